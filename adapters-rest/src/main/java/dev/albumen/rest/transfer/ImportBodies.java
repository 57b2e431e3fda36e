package dev.albumen.rest.transfer;

import dev.albumen.application.transfer.ArchiveImport;
import dev.albumen.application.transfer.LeftEntry;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports as they go out. */
final class ImportBodies {

    private ImportBodies() {}

    /**
     * @param failure why it ended early: given-up, expired, account-inactive, archive-lost, archive-refused
     * @param found pictures and films in the archive
     * @param imported of them, as new images
     * @param existing of them, as images that were there already
     * @param skipped other files, and pictures of kinds that are not accepted
     * @param failed pictures that could not be imported
     */
    @Serdeable.Serializable
    @Schema(name = "Import", example = """
            {"id": "0190a1de-7c00-7000-8000-00000000000b", "state": "running", "failure": null, "byteSize": 120000000, "found": 40,
             "imported": 12, "existing": 1, "skipped": 0, "failed": 0, "createdAt": "2026-01-02T12:00:00Z",
             "updatedAt": "2026-01-02T12:00:09Z", "finishedAt": null, "expiresAt": "2026-01-05T12:00:00Z"}""")
    record View(
            UUID id, @Schema(allowableValues = {"running", "finished", "failed"}) String state, @Nullable String failure, long byteSize,
            int found, int imported, int existing, int skipped, int failed, Instant createdAt, Instant updatedAt,
            @Nullable Instant finishedAt, Instant expiresAt) {

        static View of(ArchiveImport found) {
            ArchiveImport.Tally tally = found.tally();
            String state = found.failure() != null ? "failed" : found.finished() ? "finished" : "running";
            return new View(found.id(), state, found.failure(), found.byteSize(), tally.found(), tally.imported(), tally.existing(),
                    tally.skipped(), tally.failed(), found.createdAt(), found.updatedAt(), found.finishedAt(), found.expiresAt());
        }
    }

    @Serdeable.Serializable
    @Schema(name = "ImportLeftOut", example = """
            {"path": "Rome/notes.txt", "outcome": "skipped", "code": "not-a-picture", "detail": "This is no picture and no film."}""")
    record Left(String path, @Schema(allowableValues = {"skipped", "failed"}) String outcome, String code, String detail) {

        static Left of(LeftEntry entry) {
            return new Left(entry.path(), entry.outcome().name().toLowerCase(Locale.ROOT), entry.code(), entry.detail());
        }
    }
}
