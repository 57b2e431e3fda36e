package dev.albumen.application.album;

import dev.albumen.application.image.Inspector;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import java.time.Instant;
import java.util.stream.Collectors;

/** What may be announced. What comes then is looked at by itself. */
public final class UploadRules {

    private final Inspector inspector;
    private final UploadLimits limits;

    public UploadRules(Inspector inspector, UploadLimits limits) {
        this.inspector = inspector;
        this.limits = limits;
    }

    /** Refuses what would be refused when it is complete, as far as that can be told now. */
    void require(Upload.Announced file) {
        requireSize(file);
        requireType(file);
    }

    void requireSize(Upload.Announced file) {
        if (file.byteSize() > limits.maxBytes()) {
            throw new Refusal.TooLarge("file-too-large", "The file has more than " + limits.maxBytes() + " bytes.").thrown();
        }
    }

    private void requireType(Upload.Announced file) {
        if (MediaType.of(file.mediaType()).filter(inspector.accepted()::contains).isEmpty()) {
            throw new Refusal.UnsupportedType("This is none of the accepted types: " + inspector.accepted().stream()
                    .map(MediaType::mimeType).sorted().collect(Collectors.joining(", ")) + ".").thrown();
        }
    }

    Instant expiry(Instant now) {
        return now.plus(limits.expiry());
    }
}
