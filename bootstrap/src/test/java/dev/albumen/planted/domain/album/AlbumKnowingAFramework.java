package dev.albumen.planted.domain.album;

import io.micronaut.core.annotation.Introspected;

/** The domain knows a framework. */
@Introspected
public record AlbumKnowingAFramework(String title) {}
