package dev.albumen.rest.share;

import dev.albumen.domain.share.Contribution;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent through links, as visitors send it and as owners see it. */
final class ContributionBodies {

    private ContributionBodies() {}

    /** @param name what the visitor calls themselves, of up to 100 characters */
    @Introspected
    @Schema(name = "NewContribution")
    record Form(@Schema(type = "string", format = "binary") String file, @Nullable String name) {}

    /** All that a visitor learns: nothing of what becomes of it. */
    @Serdeable.Serializable
    @Schema(name = "ContributionReceipt")
    record Receipt(UUID id, Instant receivedAt) {

        static Receipt of(Contribution one) {
            return new Receipt(one.id().value(), one.createdAt());
        }
    }

    /**
     * @param shareId {@code null} once the link is deleted
     * @param albumId that accepting puts it into; {@code null} once that is deleted
     * @param state pending, accepted or rejected
     */
    @Serdeable.Serializable
    @Schema(name = "Contribution")
    record View(
            UUID id, @Nullable UUID shareId, @Nullable UUID albumId, UUID imageId, @Nullable String contributor, String state,
            Instant createdAt) {

        static View of(Contribution one) {
            return new View(one.id().value(), one.shareId() == null ? null : one.shareId().value(),
                    one.albumId() == null ? null : one.albumId().value(), one.imageId().value(), one.contributor(),
                    Labels.of(one.state()), one.createdAt());
        }
    }
}
