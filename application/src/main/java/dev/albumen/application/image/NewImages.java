package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.user.QuotaTaking;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.ReservationId;
import dev.albumen.domain.user.Usage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enters new images into the books: quota, row, audit entry and the job that renders them, in the caller's transaction. */
public final class NewImages {

    private final Images images;
    private final StorageQuota quota;
    private final QuotaTaking taking;
    private final Jobs jobs;
    private final AuditTrail audit;

    public NewImages(Images images, StorageQuota quota, Jobs jobs, AuditTrail audit) {
        this.images = images;
        this.quota = quota;
        this.taking = new QuotaTaking(quota, audit);
        this.jobs = jobs;
        this.audit = audit;
    }

    /** The image that holds these bytes for this owner already. */
    public Optional<Image> known(UserId owner, Sha256 content) {
        return images.findByContent(owner, content);
    }

    /** Refuses bytes for which the owner has no room now. What counts is said when the image is entered. */
    public void requireRoom(UserId owner, long bytes) {
        quota.usage(owner).orElseThrow(Refusal::notFound).requireRoom(bytes);
    }

    /**
     * Enters an image, and tells what its owner has stored now. Their other uploads wait until the transaction ends.
     *
     * @param reservation where its bytes were reserved; {@code null} where they are charged at once
     */
    public Usage enter(Viewer viewer, Image image, @Nullable ReservationId reservation) {
        Usage usage = reservation == null
                ? taking.charge(viewer, image.ownerId(), image.byteSize(), image.createdAt())
                : quota.settle(reservation, image.byteSize()).orElseThrow(Refusal::notFound);
        if (!images.add(image)) {
            throw new IllegalStateException("the owner has these bytes, though nobody else could have added them");
        }
        audit.append(AuditEntry.by(viewer, "image.upload", image.id(), image.createdAt()));
        jobs.enqueue(new Job.ProcessImage(image.id()));
        return usage;
    }

    /** Gives back what was reserved for bytes that are there already. */
    public void giveUp(ReservationId reservation) {
        quota.giveUp(reservation);
    }

    /** Notes down that its owner has uploaded an image again, into another album or with more tags. */
    public void extended(Viewer viewer, ImageId image, Instant now) {
        audit.append(AuditEntry.by(viewer, "image.extend", image, now));
    }

    /** Takes an image out of the trash that its owner has uploaded again. */
    public void welcomeBack(Viewer viewer, Image image, Instant now) {
        if (image.trashed()) {
            images.save(image.restored(now));
            audit.append(AuditEntry.by(viewer, "image.restore", image.id(), now));
        }
    }
}
