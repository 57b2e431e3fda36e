package dev.albumen.planted.domain.album;

import dev.albumen.planted.domain.image.ImageKnowingItsAlbum;

/** An album knows its cover, as it may. */
public record CoveredAlbum(ImageKnowingItsAlbum cover) {}
