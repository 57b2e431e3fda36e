package dev.albumen.rest.album;

import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.tag.TagName;
import dev.albumen.rest.shared.Multipart;
import dev.albumen.rest.shared.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields and files of an upload, in whatever order they came. Closing removes the files that nobody has taken. */
final class UploadForm implements AutoCloseable {

    private static final Set<String> FIELDS = Set.of("albumId", "title", "description", "sha256", "keywordsAsTags");

    private final List<UploadedFile> files = new ArrayList<>();
    private final List<TagName> tags = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();

    private UploadForm() {}

    /** Reads everything, staging each file as it comes. A file that is refused does not keep the others from being read. */
    static UploadForm read(Multipart multipart, StagingArea staging, long maxFileBytes, int maxFiles) {
        var form = new UploadForm();
        try {
            for (Optional<Part> part = multipart.next(); part.isPresent(); part = multipart.next()) {
                form.take(part.get(), staging, maxFileBytes, maxFiles);
            }
            if (form.files.isEmpty()) {
                throw Refusal.invalid("file", "required", "There is no part named file.");
            }
            return form;
        } catch (RuntimeException e) {
            form.close();
            throw e;
        }
    }

    List<UploadedFile> files() {
        return files;
    }

    List<TagName> tags() {
        return tags;
    }

    @Nullable String field(String name) {
        return fields.get(name);
    }

    /** All that it says, with the files' hashes in place of their bytes. */
    Map<String, Object> content() {
        return Map.of("fields", fields, "tags", tags, "files", files.stream().map(UploadedFile::content).toList());
    }

    @Nullable AlbumId album() {
        String text = fields.get("albumId");
        try {
            return text == null ? null : new AlbumId(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("albumId", "malformed", "Expected a UUID.");
        }
    }

    boolean keywordsAsTags() {
        return switch (fields.getOrDefault("keywordsAsTags", "false").strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.invalid("keywordsAsTags", "malformed", "Expected true or false.");
        };
    }

    @Nullable Sha256 checksum() {
        String text = fields.get("sha256");
        return text == null ? null : Sha256.parse(text)
                .orElseThrow(() -> Refusal.invalid("sha256", "malformed", "Expected 64 hexadecimal digits."));
    }

    private void take(Part part, StagingArea staging, long maxFileBytes, int maxFiles) {
        if (part.name().equals("file")) {
            if (files.size() == maxFiles) {
                throw Refusal.invalid("file", "too-many-files", "This takes " + maxFiles + (maxFiles == 1 ? " file." : " files at most."));
            }
            files.add(staged(part, staging, maxFileBytes));
        } else if (part.name().equals("tags")) {
            tags.add(TagName.written("tags", part.text()));
        } else if (!FIELDS.contains(part.name())) {
            throw Refusal.invalid(part.name(), "unknown-field", "There is no such field here.");
        } else if (fields.putIfAbsent(part.name(), part.text()) != null) {
            throw Refusal.invalid(part.name(), "duplicate-field", "This field may be given once.");
        }
    }

    private static UploadedFile staged(Part part, StagingArea staging, long maxBytes) {
        if (part.filename() == null) {
            throw Refusal.invalid("file", "filename-missing", "The file part needs a file name.");
        }
        try {
            Filename filename = Filename.sent(part.filename());
            return new UploadedFile.Staged(staging.stage(part.content(), maxBytes), filename);
        } catch (RefusedException refused) {
            return new UploadedFile.Refused(refused.refusal());
        }
    }

    @Override
    public void close() {
        files.forEach(UploadedFile::close);
    }
}
