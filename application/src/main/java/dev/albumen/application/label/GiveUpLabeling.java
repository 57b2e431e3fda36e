package dev.albumen.application.label;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Ends a labelling of many images whose labeler did not answer for long. Where only its last few images were not answered
 * for, these have failed, and it is done.
 */
public final class GiveUpLabeling {

    private final Transactions transactions;
    private final LabelRuns runs;
    private final ImageLabels labels;
    private final Labeler labeler;
    private final InstantSource clock;

    public GiveUpLabeling(Transactions transactions, LabelRuns runs, ImageLabels labels, Labeler labeler, InstantSource clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.labels = labels;
        this.labeler = labeler;
        this.clock = clock;
    }

    public record Command(UUID run) {}

    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        transactions.writing(() -> runs.find(command.run()).filter(run -> run.state().open()).ifPresent(this::end));
    }

    private void end(LabelRun given) {
        Instant now = clock.instant();
        LabelRun run = given;
        boolean atLastFew = !run.unanswered().isEmpty() && run.unanswered().size() < LabelRun.MOST_UNANSWERED
                && runs.after(new LabelRuns.Wanted(run.whose(), runs.present(labeler), run.again()), run.after(), 1).isEmpty();
        if (atLastFew) {
            for (ImageId image : given.unanswered()) {
                labels.mark(image, ImageLabels.Status.FAILED, Labeling.NO_ANSWER, now);
                run = run.settled(image, Labeling.Outcome.FAILED, now);
                runs.save(run);
            }
        }
        runs.save(run.become(atLastFew ? LabelRun.State.DONE : LabelRun.State.FAILED, now));
    }
}
