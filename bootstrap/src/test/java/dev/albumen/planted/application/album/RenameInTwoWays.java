package dev.albumen.planted.application.album;

import dev.albumen.domain.shared.Viewer;

/** A use case that can do a second thing. */
public final class RenameInTwoWays {

    public void handle(Viewer viewer) {}

    public void undo(Viewer viewer) {}
}
