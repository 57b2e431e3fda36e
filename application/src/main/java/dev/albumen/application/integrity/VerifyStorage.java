package dev.albumen.application.integrity;

import dev.albumen.application.integrity.StorageCheck.Phase;
import dev.albumen.application.integrity.StorageCheck.Tally;
import dev.albumen.application.integrity.StoredContents.StoredContent;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.Lease;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Compares rows with blobs for some seconds, keeps how far it came, and has a further job go on. So a check of terabytes
 * leaves room for other jobs between, and one whose node dies loses some seconds.
 */
public final class VerifyStorage {

    static final Duration SLICE = Duration.ofSeconds(10);
    static final Duration STEP = Duration.ofSeconds(2);
    private static final int BATCH = 50;

    private final Transactions transactions;
    private final StorageChecks checks;
    private final StoredContents contents;
    private final ContentCheck contentCheck;
    private final OrphanCheck orphanCheck;
    private final Jobs jobs;
    private final InstantSource clock;

    VerifyStorage(
            Transactions transactions, StorageChecks checks, StoredContents contents, ContentCheck contentCheck,
            OrphanCheck orphanCheck, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.checks = checks;
        this.contents = contents;
        this.contentCheck = contentCheck;
        this.orphanCheck = orphanCheck;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * @param lease of the try that this is
     * @param grace how long a blob may be without a row
     */
    public record Command(UUID check, Lease lease, Duration grace) {}

    private record Step(StorageCheck check, List<StorageDefect> defects, Set<ImageId> repairable) {}

    /** A check that is finished, or that another job goes on with, is left alone. */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Instant end = clock.instant().plus(SLICE);
        Optional<StorageCheck> going = transactions.read(checks::latest)
                .filter(check -> check.id().equals(command.check()) && !check.finished());
        while (going.isPresent()) {
            Step step = step(going.get(), command.grace());
            boolean isLast = !clock.instant().isBefore(end);
            boolean kept = transactions.write(() -> keep(command.lease(), step, isLast));
            going = Optional.of(step.check()).filter(check -> kept && !isLast && !check.finished());
        }
    }

    private boolean keep(Lease lease, Step step, boolean isLast) {
        lease.hold();
        if (!checks.save(step.check(), step.defects())) {
            return false;
        }
        step.repairable().forEach(image -> jobs.enqueueOnce(new Job.RestoreRenditions(image)));
        if (isLast && !step.check().finished()) {
            jobs.enqueue(new Job.VerifyStorage(step.check().id()));
        }
        return true;
    }

    private Step step(StorageCheck check, Duration grace) {
        return switch (check.phase()) {
            case ORIGINALS -> originals(check);
            case BLOBS -> {
                OrphanCheck.Found found = orphanCheck.check(check.place(), clock.instant().minus(grace));
                Phase phase = found.place().isEmpty() ? Phase.DONE : Phase.BLOBS;
                yield new Step(check.further(phase, found.place().orElse(""), found.tally(), clock.instant()), List.of(), Set.of());
            }
            case DONE -> throw new IllegalStateException("finished");
        };
    }

    private Step originals(StorageCheck check) {
        Optional<Sha256> after = Sha256.parse(check.place());
        List<StoredContent> batch = transactions.read(() -> contents.after(after, BATCH));
        if (batch.isEmpty()) {
            return new Step(check.further(Phase.BLOBS, "", Tally.NONE, clock.instant()), List.of(), Set.of());
        }
        Tally tally = Tally.NONE;
        List<StorageDefect> defects = new ArrayList<>();
        Set<ImageId> repairable = new HashSet<>();
        Instant end = clock.instant().plus(STEP);
        String place = check.place();
        for (StoredContent content : batch) {
            ContentCheck.Found found = contentCheck.check(content);
            tally = tally.plus(found.tally());
            defects.addAll(found.defects());
            repairable.addAll(found.repairable());
            place = content.sha256().hex();
            if (!clock.instant().isBefore(end)) {
                break;
            }
        }
        if (!check.repairs()) {
            repairable.clear();
        }
        Tally all = tally.plus(new Tally(0, 0, 0, 0, 0, 0, repairable.size(), 0, 0, 0));
        return new Step(check.further(Phase.ORIGINALS, place, all, clock.instant()), defects, repairable);
    }
}
