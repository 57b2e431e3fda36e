package dev.albumen.planted.persistence.album;

/** A row, for the domain to know though it must not. */
public record AlbumRow(String title) {}
