package dev.albumen.rest.album;

import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.Refusal;
import java.util.List;

/** One file of an upload. */
sealed interface UploadedFile extends AutoCloseable {

    record Staged(StagingArea.StagedFile file, Filename filename) implements UploadedFile {}

    /** Not taken, such as one that is too large. */
    record Refused(Refusal refusal) implements UploadedFile {}

    /** What tells it from others. */
    default List<String> content() {
        return switch (this) {
            case Staged(var file, var filename) -> List.of(filename.value(), file.sha256().hex());
            case Refused(var refusal) -> List.of(refusal.toString());
        };
    }

    @Override
    default void close() {
        if (this instanceof Staged staged) {
            staged.file().close();
        }
    }
}
