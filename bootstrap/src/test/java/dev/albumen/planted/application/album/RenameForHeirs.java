package dev.albumen.planted.application.album;

import dev.albumen.domain.shared.Viewer;

/** A use case that can be changed by a subclass. */
public class RenameForHeirs {

    public void handle(Viewer viewer) {}
}
