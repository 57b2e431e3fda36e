package dev.albumen.planted.application.album;

/** A use case that does not ask who wants it. */
public final class RenameForAnybody {

    public void handle(String title) {}
}
