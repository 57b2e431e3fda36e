package dev.albumen.planted.domain.album;

/** A name that says nothing. */
public final class AlbumManager {}
