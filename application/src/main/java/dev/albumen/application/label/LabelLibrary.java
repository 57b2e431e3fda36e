package dev.albumen.application.label;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.Lease;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
     * @param end when it leaves the queue to others
     * @param by the labeler as it was known at the start
     */
    private record Slice(Lease lease, Instant end, Provider by) {}

    /**
     * One that is over, or waits, is left alone. An image that the labeler does not answer for is asked for again as soon as it
     * answers for another, and has failed then.
     *
     * @throws Labeler.UnavailableException where the labeler is to be asked again later, because it answered for none of several
     *     images in a row, or of the last ones; it begins with the same images then
     */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Provider by = transactions.read(() -> runs.present(labeler));
        Slice slice = new Slice(command.lease(), clock.instant().plus(SLICE), by);
        Optional<LabelRun> going = going(command.run());
        if (going.filter(run -> run.unanswered().size() >= LabelRun.MOST_UNANSWERED).isPresent()) {
            going = askAgain(going.get(), slice, false);
        }
        while (going.isPresent()) {
            LabelRun run = going.get();
            LabelRuns.Wanted wanted = new LabelRuns.Wanted(run.whose(), by, run.again());
            List<ImageId> batch = transactions.read(() -> runs.after(wanted, run.after(), BATCH));
            if (batch.isEmpty()) {
                Optional<LabelRun> all = askAgain(run, slice, false);
                if (all.filter(some -> !some.unanswered().isEmpty()).isPresent()) {
                    all = askAgain(all.get(), slice, true); // before the first answer nobody knew whose fault it was
                }
                all.ifPresent(done -> save(slice, done.become(LabelRun.State.DONE, clock.instant()), false));
                return;
            }
            going = through(batch.iterator(), run, slice);
        }
    }

    /** The labelling behind these images; empty where it goes on no longer, or elsewhere. */
    private Optional<LabelRun> through(Iterator<ImageId> images, LabelRun begun, Slice slice) {
        Optional<LabelRun> run = Optional.of(begun);
        while (run.isPresent() && images.hasNext()) {
            run = past(images.next(), run.get(), slice);
        }
        return run;
    }

    private Optional<LabelRun> past(ImageId image, LabelRun run, Slice slice) {
        Labeling.Outcome outcome;
        try {
            outcome = labeling.label(image, slice.lease(), sheet -> isDue(run, sheet, slice));
        } catch (Labeler.UnavailableException noAnswer) {
            LabelRun doubted = run.unanswered(image, clock.instant());
            if (doubted.unanswered().size() < LabelRun.MOST_UNANSWERED) {
                return keep(slice, doubted);
            }
            if (!save(slice, doubted, false)) {
                return Optional.empty();
            }
            throw noAnswer;
        }
        if (halts(run, outcome)) {
            return postponed(slice, run);
        }
        leaveForAnotherDay(image, outcome, slice);
        LabelRun next = run.past(image, outcome, clock.instant());
        if (outcome != Labeling.Outcome.LABELLED || next.unanswered().isEmpty()) {
            return keep(slice, next);
        }
        return save(slice, next, false) ? askAgain(next, slice, true) : Optional.empty();
    }

    /**
     * Asks for the images that were not answered for.
     *
     * @param answers whether the labeler answers for others, so that it is the image's fault where it does not
     */
    private Optional<LabelRun> askAgain(LabelRun given, Slice slice, boolean answers) {
        LabelRun run = given;
        boolean isThere = answers;
        Labeler.@Nullable UnavailableException last = null;
        for (ImageId image : given.unanswered()) {
            Labeling.Outcome outcome;
            try {
                outcome = labeling.label(image, slice.lease(), sheet -> isDue(given, sheet, slice));
            } catch (Labeler.UnavailableException noAnswer) {
                last = noAnswer;
                if (!isThere) {
                    continue;
                }
                labeling.giveUp(image, slice.lease());
                outcome = Labeling.Outcome.FAILED;
            }
            if (halts(run, outcome)) {
                return postponed(slice, run);
            }
            leaveForAnotherDay(image, outcome, slice);
            isThere |= outcome == Labeling.Outcome.LABELLED;
            Optional<LabelRun> next = keep(slice, run.settled(image, outcome, clock.instant()));
            if (next.isEmpty()) {
                return next;
            }
            run = next.get();
        }
        if (last != null && !isThere) {
            throw last;
        }
        return Optional.of(run);
    }

    /** What waits has a job of its own, which is not to pay for it a second time. */
    private static boolean isDue(LabelRun run, ImageLabels.Sheet sheet, Slice slice) {
        return switch (sheet.status()) {
            case WAITING -> false;
            case LABELLED -> !isDone(run, sheet, slice.by());
            case NONE, POSTPONED, FAILED -> true;
        };
    }

    /** What was labelled since it began is done by whatever model, of which the slice may not have known. */
    private static boolean isDone(LabelRun run, ImageLabels.Sheet sheet, Provider by) {
        return sheet.by() != null && sheet.by().name().equals(by.name())
                && (isSince(run, sheet) || !run.again() && sheet.by().equals(by));
    }

    private static boolean isSince(LabelRun run, ImageLabels.Sheet sheet) {
        return sheet.at() != null && sheet.at().isAfter(run.startedAt());
    }

    /** Whether it waits for a budget itself: there is none for anybody, or for the one owner whose images these are. */
    private static boolean halts(LabelRun run, Labeling.Outcome outcome) {
        return outcome == Labeling.Outcome.INSTANCE_SPENT || outcome == Labeling.Outcome.OWNER_SPENT && run.owner() != null;
    }

    private void leaveForAnotherDay(ImageId image, Labeling.Outcome outcome, Slice slice) {
        if (outcome == Labeling.Outcome.OWNER_SPENT) {
            labeling.postpone(image, slice.lease());
        }
    }

    private Optional<LabelRun> going(UUID id) {
        return transactions.read(() -> runs.find(id)).filter(run -> run.state() == LabelRun.State.RUNNING);
    }

    private Optional<LabelRun> postponed(Slice slice, LabelRun run) {
        save(slice, run.become(LabelRun.State.POSTPONED, clock.instant()), false);
        return Optional.empty();
    }

    /** Keeps a step; empty where it goes on no longer, or elsewhere since its time is up. */
    private Optional<LabelRun> keep(Slice slice, LabelRun run) {
        boolean isLast = !clock.instant().isBefore(slice.end());
        return save(slice, run, isLast) && !isLast ? Optional.of(run) : Optional.empty();
    }

    private boolean save(Slice slice, LabelRun run, boolean goesOnElsewhere) {
        return transactions.write(() -> {
            slice.lease().hold();
            boolean kept = runs.save(run);
            if (kept && goesOnElsewhere) {
                jobs.enqueue(new Job.LabelLibrary(run.id()));
            }
            return kept;
        });
    }
}
