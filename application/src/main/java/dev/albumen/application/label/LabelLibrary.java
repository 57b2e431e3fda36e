package dev.albumen.application.label;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.Lease;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Labels images for some seconds, keeps how far it came, and has a further job go on. So a whole library leaves room for
 * other jobs between, and a node that dies loses one image's work.
 */
public final class LabelLibrary {

    static final Duration SLICE = Duration.ofSeconds(10);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final LabelRuns runs;
    private final Labeling labeling;
    private final Labeler labeler;
    private final Jobs jobs;
    private final InstantSource clock;

    LabelLibrary(
            Transactions transactions, LabelRuns runs, Labeling labeling, Labeler labeler, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.labeling = labeling;
        this.labeler = labeler;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param lease of the try that this is */
    public record Command(UUID run, Lease lease) {}

    /**
     * One that is over, or waits, is left alone.
     *
     * @throws Labeler.UnavailableException where the labeler is to be asked again later; it goes on with the same image then
     */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Instant end = clock.instant().plus(SLICE);
        Optional<LabelRun> going = going(command.run());
        while (going.isPresent()) {
            LabelRun run = going.get();
            LabelRuns.Wanted wanted = new LabelRuns.Wanted(run.whose(), labeler.provider(), run.again());
            List<ImageId> batch = transactions.read(() -> runs.after(wanted, run.after(), BATCH));
            if (batch.isEmpty()) {
                keep(command.lease(), run.become(LabelRun.State.DONE, clock.instant()));
                return;
            }
            going = through(batch.iterator(), run, command.lease(), end);
        }
    }

    /** The labelling behind these images; empty where it goes on no longer, or elsewhere. */
    private Optional<LabelRun> through(Iterator<ImageId> images, LabelRun begun, Lease lease, Instant end) {
        LabelRun run = begun;
        while (images.hasNext()) {
            ImageId image = images.next();
            Labeling.Outcome outcome = labeling.label(image, lease);
            if (outcome == Labeling.Outcome.POSTPONED) {
                keep(lease, run.become(LabelRun.State.POSTPONED, clock.instant()));
                return Optional.empty();
            }
            run = run.past(image, outcome, clock.instant());
            boolean isLast = !clock.instant().isBefore(end);
            if (!keep(lease, run, isLast) || isLast) {
                return Optional.empty();
            }
        }
        return Optional.of(run);
    }

    private Optional<LabelRun> going(UUID id) {
        return transactions.read(() -> runs.find(id)).filter(run -> run.state() == LabelRun.State.RUNNING);
    }

    private boolean keep(Lease lease, LabelRun run) {
        return keep(lease, run, false);
    }

    private boolean keep(Lease lease, LabelRun run, boolean goesOnElsewhere) {
        return transactions.write(() -> {
            lease.hold();
            boolean kept = runs.save(run);
            if (kept && goesOnElsewhere) {
                jobs.enqueue(new Job.LabelLibrary(run.id()));
            }
            return kept;
        });
    }
}
