package dev.albumen.rest.settings;

import dev.albumen.application.album.UploadLimits;
import dev.albumen.application.settings.ReadSettings;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.rest.album.Tus;
import dev.albumen.rest.shared.Labels;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;

/** Settings as they go out. */
final class SettingsBodies {

    private SettingsBodies() {}

    @Serdeable.Serializable
    @Schema(name = "Settings", example = """
        {"registration": "open", "mails": false,
         "upload": {"mediaTypes": ["image/gif", "image/jpeg", "image/png", "image/webp"], "maxBytes": 20971520,
           "maxBatchSize": 10, "maxPixels": 200000000, "maxMovingPixels": 500000000, "maxMovingEdge": 16384,
           "direct": {"maxBytes": 2147483648, "maxFiles": 100, "maxOpen": 1000, "expirySeconds": 3600},
           "resumable": {"maxBytes": 2147483648, "maxOpen": 1000, "expirySeconds": 3600, "tusVersion": "1.0.0",
             "extensions": ["creation", "creation-with-upload", "termination", "checksum", "expiration"],
             "checksumAlgorithms": ["sha1", "sha256", "md5"]}},
         "renditions": [{"size": "thumbnail", "longestEdge": 320, "mediaTypes": ["image/jpeg", "image/webp"]},
           {"size": "preview", "longestEdge": 1440, "mediaTypes": ["image/jpeg", "image/webp"]},
           {"size": "large", "longestEdge": 2560, "mediaTypes": ["image/jpeg", "image/webp"]}]}""")
    record View(
            @Schema(description = "Who may register: open, invite or closed") String registration,
            @Schema(description = "Whether this instance sends mails: notices to owners of links, and recipients their addresses") boolean mails,
            Upload upload, List<Rendition> renditions) {

        static View of(ReadSettings.PublicSettings settings) {
            List<String> formats = settings.formats().stream().sorted().map(RenditionFormat::mediaType).map(MediaType::mimeType).toList();
            ImageLimits limits = settings.limits();
            List<String> accepted = settings.accepted().stream().map(MediaType::mimeType).sorted().toList();
            return new View(
                    Labels.of(settings.registration()), settings.mails(),
                    new Upload(accepted, limits.maxBytes(), settings.maxBatchSize(), limits.maxPixels(), limits.maxMovingPixels(),
                            limits.maxMovingEdge(), Direct.of(settings.uploads()), Resumable.of(settings.uploads())),
                    Arrays.stream(RenditionSize.values()).map(size -> new Rendition(size.label(), size.longestEdge(), formats)).toList());
        }
    }

    /** What may be uploaded. */
    @Serdeable.Serializable
    @Schema(name = "UploadSettings")
    record Upload(
            @Schema(description = "What the running engine takes, told from the content") List<String> mediaTypes,
            @Schema(description = "Of one file") long maxBytes,
            @Schema(description = "Files in one batch") int maxBatchSize,
            @Schema(description = "Width by height, of one frame") long maxPixels,
            @Schema(description = "Width by height by frames, of a moving picture") long maxMovingPixels,
            @Schema(description = "Width or height of a moving picture") int maxMovingEdge,
            Direct direct, Resumable resumable) {}

    /** What may be announced to POST /uploads. */
    @Serdeable.Serializable
    @Schema(name = "DirectUploadSettings")
    record Direct(
            @Schema(description = "Of one file") long maxBytes,
            @Schema(description = "Files in one call") int maxFiles,
            @Schema(description = "Of one user, together with resumable ones") int maxOpen,
            @Schema(description = "After which an upload that is not completed ends") long expirySeconds) {

        static Direct of(UploadLimits limits) {
            return new Direct(limits.maxBytes(), UploadLimits.MAX_FILES, UploadLimits.MAX_OPEN, limits.expiry().toSeconds());
        }
    }

    /** What /uploads/resumable takes; a tus client learns most of it from OPTIONS. */
    @Serdeable.Serializable
    @Schema(name = "ResumableUploadSettings")
    record Resumable(
            @Schema(description = "Of one file") long maxBytes,
            @Schema(description = "Of one user, together with direct ones") int maxOpen,
            @Schema(description = "After which an upload that is not completed ends") long expirySeconds,
            String tusVersion, List<String> extensions, List<String> checksumAlgorithms) {

        static Resumable of(UploadLimits limits) {
            return new Resumable(limits.maxBytes(), UploadLimits.MAX_OPEN, limits.expiry().toSeconds(),
                    Tus.VERSION, List.of(Tus.EXTENSIONS.split(",")), List.of(Tus.algorithms().split(",")));
        }
    }

    /** One of the sizes in which images are shown. */
    @Serdeable.Serializable
    @Schema(name = "RenditionSettings")
    record Rendition(
            String size,
            @Schema(description = "Pixels at most; nothing is enlarged") int longestEdge,
            @Schema(description = "What Accept chooses from") List<String> mediaTypes) {}
}
