package dev.albumen.application.label;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Has an image labelled soon. */
public final class RequestLabels {

    private final Transactions transactions;
    private final LabelledImage image;
    private final ImageLabels labels;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;

    RequestLabels(
            Transactions transactions, LabelledImage image, ImageLabels labels, Jobs jobs, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.image = image;
        this.labels = labels;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    /** What there is by now. An image that waits already goes on waiting; one that cannot be labelled now is refused. */
    public ImageLabels.Sheet handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            ImageAccess.Facts facts = image.require(viewer, command.id());
            if (!facts.ready() || facts.trashed()) {
                throw new Refusal.Conflict("image-not-ready",
                        "Only an image that is ready, and not in the trash, can be labelled.").thrown();
            }
            Instant now = clock.instant();
            if (labels.await(command.id(), now)) {
                jobs.enqueue(new Job.LabelImage(command.id()));
                audit.append(AuditEntry.by(viewer, "image.label", command.id(), now));
            }
            return labels.of(command.id());
        });
    }
}
