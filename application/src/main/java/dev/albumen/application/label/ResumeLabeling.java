package dev.albumen.application.label;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Has what was postponed on an earlier day go on, now that there is a new budget. */
public final class ResumeLabeling {

    /** At a time, so that they do not fill the queue; the others follow. */
    static final int MOST = 200;

    private static final int KEPT_DAYS = 90;

    private final Transactions transactions;
    private final ImageLabels labels;
    private final LabelRuns runs;
    private final LabelBudget budget;
    private final Jobs jobs;
    private final InstantSource clock;

    public ResumeLabeling(
            Transactions transactions, ImageLabels labels, LabelRuns runs, LabelBudget budget, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.labels = labels;
        this.runs = runs;
        this.budget = budget;
        this.jobs = jobs;
        this.clock = clock;
    }

    public void handle(Viewer viewer) {
        viewer.requireWorker();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        transactions.writing(() -> {
            for (ImageId image : labels.postponed(midnight, MOST)) {
                if (labels.await(image, now)) {
                    jobs.enqueue(new Job.LabelImage(image));
                }
            }
            runs.postponed().stream().filter(run -> run.updatedAt().isBefore(midnight)).forEach(run -> {
                if (runs.save(run.become(LabelRun.State.RUNNING, now))) {
                    jobs.enqueue(new Job.LabelLibrary(run.id()));
                }
            });
            budget.forget(today.minusDays(KEPT_DAYS));
        });
    }
}
