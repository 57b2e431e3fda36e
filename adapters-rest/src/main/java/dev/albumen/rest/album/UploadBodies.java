package dev.albumen.rest.album;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms of uploads, as the documentation shows them; they are read part by part and never made. */
final class UploadBodies {

    private UploadBodies() {}

    /** @param keywordsAsTags whether the keywords that the file holds (XMP, IPTC) become tags; false by itself */
    @Introspected
    @Schema(name = "UploadForm")
    record One(
            @Schema(type = "string", format = "binary") byte[] file, @Nullable UUID albumId, @Nullable List<String> tags,
            @Nullable Boolean keywordsAsTags, @Nullable String title, @Nullable String description, @Nullable String sha256) {}

    @Introspected
    @Schema(name = "BatchUploadForm")
    record Batch(
            List<byte[]> file, @Nullable UUID albumId, @Nullable List<String> tags, @Nullable Boolean keywordsAsTags) {}
}
