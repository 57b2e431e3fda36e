package dev.albumen.rest.integrity;

import dev.albumen.application.integrity.StorageCheck;
import dev.albumen.application.integrity.StorageCheck.Tally;
import dev.albumen.application.integrity.StorageDefect;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of the storage as it goes out. */
final class StorageBodies {

    private StorageBodies() {}

    /** @param repair whether renditions that are missing are made anew */
    @Introspected
    @Schema(name = "StorageVerification", example = "{\"repair\": true}")
    record Start(@Nullable Boolean repair) {}

    /** @param check the latest; null where the storage was never verified */
    @Serdeable.Serializable
    @Schema(name = "Storage", example = """
            {"check": {"id": "0190a1de-7c00-7000-8000-00000000000a", "repair": false, "state": "finished",
             "startedAt": "2026-01-02T12:00:00Z", "updatedAt": "2026-01-02T12:05:00Z", "finishedAt": "2026-01-02T12:05:00Z",
             "originals": 5000, "checkedOriginals": 5000, "checkedBytes": 15000000000, "listedBlobs": 20000, "missing": 0,
             "truncated": 0, "altered": 1, "missingRenditions": 0, "rerendered": 0, "orphanedBlobs": 2, "youngOrphans": 1}}""")
    record Storage(@Nullable Check check) {}

    /**
     * @param originals how many there were at its start; equal bytes count once
     * @param checkedBytes of originals that were read
     * @param missing originals that are not there
     * @param truncated originals that are shorter than they were
     * @param altered originals of other bytes
     * @param missingRenditions renditions that are shown and not there, or not whole
     * @param rerendered images whose renditions are made anew for that
     * @param orphanedBlobs blobs that nothing needs, which are swept after a day
     * @param youngOrphans those of them that may belong to an upload on its way
     */
    @Serdeable.Serializable
    @Schema(name = "StorageCheck")
    record Check(
            UUID id, boolean repair, @Schema(allowableValues = {"running", "finished"}) String state, Instant startedAt,
            Instant updatedAt, @Nullable Instant finishedAt, long originals, long checkedOriginals, long checkedBytes,
            long listedBlobs, long missing, long truncated, long altered, long missingRenditions, long rerendered,
            long orphanedBlobs, long youngOrphans) {

        static Check of(StorageCheck check) {
            Tally tally = check.tally();
            return new Check(check.id(), check.repairs(), check.finished() ? "finished" : "running", check.startedAt(),
                    check.updatedAt(), check.finishedAt(), check.contents(), tally.checkedContents(), tally.checkedBytes(),
                    tally.listedBlobs(), tally.missing(), tally.truncated(), tally.altered(), tally.missingRenditions(),
                    tally.rerendered(), tally.orphans(), tally.youngOrphans());
        }
    }

    @Serdeable.Serializable
    @Schema(name = "StorageDefect", example = "{\"imageId\": \"0190a1de-7c00-7000-8000-000000000002\", \"defect\": \"altered\"}")
    record Defect(
            UUID imageId, @Schema(allowableValues = {"missing", "truncated", "altered", "missing-renditions"}) String defect) {

        static Defect of(StorageDefect found) {
            return new Defect(found.image().value(), found.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
