package dev.albumen.application.label;

import dev.albumen.application.image.Images;
import dev.albumen.application.job.Lease;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Findings;
import dev.albumen.domain.shared.UserId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one picture labelled, within the budget. Doing it again changes no decision. */
final class Labeling {

    static final String NO_ANSWER = "The labeler did not answer. Ask for labels again later.";

    private static final String NOT_NOW = "It was in the trash, or not ready, when its turn came. Ask for labels again.";
    private static final Logger LOG = LoggerFactory.getLogger(Labeling.class);

    private final Transactions transactions;
    private final Images images;
    private final Labeler labeler;
    private final ImageLabels labels;
    private final Reviews reviews;
    private final LabelBudget budget;
    private final LabelSettings settings;
    private final InstantSource clock;

    Labeling(
            Transactions transactions, Images images, Labeler labeler, ImageLabels labels, Reviews reviews, LabelBudget budget,
            LabelSettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.labeler = labeler;
        this.labels = labels;
        this.reviews = reviews;
        this.budget = budget;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it. */
    enum Outcome {
        LABELLED,
        /** It is gone, in the trash, or not ready, or not due any more. */
        SKIPPED,
        /** Its owner has no calls left today. */
        OWNER_SPENT,
        /** The instance has none left today. */
        INSTANCE_SPENT,
        FAILED
    }

    /**
     * Nothing is kept of an image that is skipped, or finds no budget.
     *
     * @param lease of the try that this is; nothing is kept where it is lost
     * @param due whether it is to be labelled yet, by how far it has come; asked right before anything is spent
     */
    Outcome label(ImageId id, Lease lease, Predicate<ImageLabels.Sheet> due) {
        Optional<Image> found = transactions.read(() ->
                images.find(id).filter(image -> image.ready() && !image.trashed() && due.test(labels.of(id))));
        if (found.isEmpty()) {
            return Outcome.SKIPPED;
        }
        UserId owner = found.get().ownerId();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int calls = labeler.callsPerImage();
        // Set aside and committed first: a node that dies at work has spent them.
        LabelBudget.Reserved reserved = calls == 0 ? LabelBudget.Reserved.ALL
                : transactions.write(() -> budget.reserve(day, owner, calls, settings.limits()));
        return switch (reserved) {
            case ALL -> labelled(found.get(), day, calls, lease);
            case NONE_FOR_USER -> Outcome.OWNER_SPENT;
            case NONE -> Outcome.INSTANCE_SPENT;
        };
    }

    private Outcome labelled(Image image, LocalDate day, int calls, Lease lease) {
        ImageId id = image.id();
        try {
            Findings seen = labeler.label(image);
            keep(lease, () -> record(id, seen));
            return Outcome.LABELLED;
        } catch (Labeler.UnreadableException unreadable) {
            release(day, image.ownerId(), calls - unreadable.callsSpent());
            LOG.info("image {} cannot be labelled: {}", id, unreadable.getMessage());
            keep(lease, () -> labels.mark(id, ImageLabels.Status.FAILED, unreadable.getMessage(), clock.instant()));
            return Outcome.FAILED;
        } catch (Labeler.UnavailableException unavailable) {
            release(day, image.ownerId(), calls - unavailable.callsSpent());
            throw unavailable;
        }
    }

    /** Has an image wait for another day's budget. */
    void postpone(ImageId id, Lease lease) {
        keep(lease, () -> labels.mark(id, ImageLabels.Status.POSTPONED, null, clock.instant()));
    }

    /** Has an image wait no longer that cannot be labelled now. Whoever asks anew has it labelled. */
    void leave(ImageId id, Lease lease) {
        keep(lease, () -> {
            if (labels.of(id).status() == ImageLabels.Status.WAITING) {
                labels.mark(id, ImageLabels.Status.FAILED, NOT_NOW, clock.instant());
            }
        });
    }

    /** Has an image wait no longer that the labeler does not answer for. */
    void giveUp(ImageId id, Lease lease) {
        keep(lease, () -> labels.mark(id, ImageLabels.Status.FAILED, NO_ANSWER, clock.instant()));
    }

    private void record(ImageId id, Findings seen) {
        labels.record(id, seen.by(), settings.rules().suggested(seen.labels()), clock.instant());
        if (!seen.concerns().isEmpty()) {
            reviews.note(id, seen.by(), seen.concerns(), clock.instant());
        }
    }

    private void release(LocalDate day, UserId owner, int calls) {
        if (calls > 0) {
            transactions.writing(() -> budget.release(day, owner, calls));
        }
    }

    private void keep(Lease lease, Runnable change) {
        transactions.writing(() -> {
            lease.hold();
            change.run();
        });
    }
}
