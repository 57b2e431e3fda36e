package dev.albumen.application.label;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.tag.Tags;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import java.time.InstantSource;

/** Says that a label is wrong: it never returns for this image, and is its tag no longer where it had become one. */
public final class RejectLabel {

    private static final String OF_LABELER = "labeler";

    private final Transactions transactions;
    private final LabelledImage image;
    private final ImageViews images;
    private final ImageLabels labels;
    private final Tags tags;
    private final AuditTrail audit;
    private final InstantSource clock;

    RejectLabel(
            Transactions transactions, LabelledImage image, ImageViews images, ImageLabels labels, Tags tags, AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.image = image;
        this.images = images;
        this.labels = labels;
        this.tags = tags;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id, TagName name) {}

    /** Rejecting again changes nothing, and a tag that a user gave stays. A labeler's tag is a label, whatever else is known of it. */
    public ImageLabels.Sheet handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            image.require(viewer, command.id());
            boolean isKept = labels.find(command.id(), command.name()).isPresent();
            boolean isTag = isLabelersTag(viewer, command);
            if (!isKept && !isTag) {
                throw Refusal.notFound();
            }
            if (!isKept) {
                labels.accept(command.id(), Finding.named(command.name()), Provider.UNKNOWN, clock.instant());
            }
            boolean decided = labels.decide(command.id(), command.name(), LabelState.REJECTED, clock.instant());
            boolean untagged = isTag && tags.untag(command.id(), command.name());
            if (decided || untagged) {
                audit.append(AuditEntry.by(viewer, "image.reject-label", command.id(), clock.instant())
                        .with("label", command.name().value()));
            }
            return labels.of(command.id());
        });
    }

    private boolean isLabelersTag(Viewer viewer, Command command) {
        return images.find(viewer, command.id()).stream().flatMap(view -> view.tags().stream())
                .anyMatch(tag -> tag.name().equals(command.name().value()) && tag.source().equals(OF_LABELER));
    }
}
