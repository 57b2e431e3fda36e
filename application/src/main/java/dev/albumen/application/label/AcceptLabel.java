package dev.albumen.application.label;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.tag.Tags;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.time.InstantSource;
import java.util.List;

/** Makes a label a tag of the image, one that the labeler gave. One that was rejected may be accepted after all. */
public final class AcceptLabel {

    private final Transactions transactions;
    private final LabelledImage image;
    private final ImageLabels labels;
    private final BlockedLabels blocked;
    private final Tags tags;
    private final AuditTrail audit;
    private final InstantSource clock;

    AcceptLabel(
            Transactions transactions, LabelledImage image, ImageLabels labels, BlockedLabels blocked, Tags tags, AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.image = image;
        this.labels = labels;
        this.blocked = blocked;
        this.tags = tags;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id, TagName name) {}

    /** Accepting again changes nothing. A name that is blocked is refused. */
    public ImageLabels.Sheet handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            ImageAccess.Facts facts = image.require(viewer, command.id());
            // First, so that whoever blocks it meanwhile does not wait for the label's row.
            boolean unwanted = !blocked.among(facts.ownerId(), List.of(command.name())).isEmpty();
            labels.find(command.id(), command.name()).orElseThrow(Refusal::notFound);
            if (unwanted) {
                throw new Refusal.Conflict("label-blocked", "No picture is to be labelled so. Unblock the name first.").thrown();
            }
            boolean decided = labels.decide(command.id(), command.name(), LabelState.ACCEPTED, clock.instant());
            boolean tagged = tags.tag(facts.ownerId(), command.id(), List.of(command.name()), TagSource.LABELER);
            if (decided || tagged) {
                audit.append(AuditEntry.by(viewer, "image.accept-label", command.id(), clock.instant())
                        .with("label", command.name().value()));
            }
            return labels.of(command.id());
        });
    }
}
