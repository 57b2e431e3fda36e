package dev.albumen.application.label;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Says of an image that its labeler could not be reached, so that nobody waits for it. Its labels stay. */
public final class GiveUpLabels {

    private final Transactions transactions;
    private final ImageLabels labels;
    private final InstantSource clock;

    public GiveUpLabels(Transactions transactions, ImageLabels labels, InstantSource clock) {
        this.transactions = transactions;
        this.labels = labels;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        transactions.writing(() -> labels.mark(command.id(), ImageLabels.Status.FAILED, Labeling.NO_ANSWER, clock.instant()));
    }
}
