package dev.albumen.rest.share;

import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.rest.shared.Multipart;
import dev.albumen.rest.shared.Part;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a visitor sends: one file, and their name if they like. Closing removes the file where nobody has taken it. */
final class ContributionForm implements AutoCloseable {

    private StagingArea.@Nullable StagedFile file;
    private @Nullable Filename filename;
    private @Nullable String name;

    private ContributionForm() {}

    static ContributionForm read(Multipart multipart, StagingArea staging, long maxFileBytes) {
        var form = new ContributionForm();
        try {
            for (Optional<Part> part = multipart.next(); part.isPresent(); part = multipart.next()) {
                form.take(part.get(), staging, maxFileBytes);
            }
            if (form.file == null) {
                throw Refusal.invalid("file", "required", "There is no part named file.");
            }
            return form;
        } catch (RuntimeException e) {
            form.close();
            throw e;
        }
    }

    StagingArea.StagedFile file() {
        return present(file);
    }

    Filename filename() {
        return present(filename);
    }

    @Nullable String name() {
        return name;
    }

    private void take(Part part, StagingArea staging, long maxFileBytes) {
        switch (part.name()) {
            case "file" -> stage(part, staging, maxFileBytes);
            case "name" -> {
                if (name != null) {
                    throw Refusal.invalid("name", "duplicate-field", "This field may be given once.");
                }
                name = part.text();
            }
            default -> throw Refusal.invalid(part.name(), "unknown-field", "There is no such field here.");
        }
    }

    private void stage(Part part, StagingArea staging, long maxFileBytes) {
        if (file != null) {
            throw Refusal.invalid("file", "too-many-files", "This takes 1 file.");
        }
        if (part.filename() == null) {
            throw Refusal.invalid("file", "filename-missing", "The file part needs a file name.");
        }
        filename = Filename.sent(part.filename());
        file = staging.stage(part.content(), maxFileBytes);
    }

    private static <T> T present(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow();
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
