package dev.albumen.planted.domain.image;

import dev.albumen.planted.domain.album.CoveredAlbum;
import org.jspecify.annotations.Nullable;

/** A feature knows one above its own, and both know each other. */
public record ImageKnowingItsAlbum(@Nullable CoveredAlbum album) {}
