package dev.albumen.rest.album;

import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.Refusal;

/** One file of an upload. */
sealed interface UploadedFile extends AutoCloseable {

    record Staged(StagingArea.StagedFile file, Filename filename) implements UploadedFile {}

    /** Not taken, such as one that is too large. */
    record Refused(Refusal refusal) implements UploadedFile {}

    @Override
    default void close() {
        if (this instanceof Staged staged) {
            staged.file().close();
        }
    }
}
