package dev.albumen.application.label;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;

/** Has many images labelled, beside other work. */
public final class StartLabeling {

    private final Transactions transactions;
    private final LabelRuns runs;
    private final Labeler labeler;
    private final Jobs jobs;
    private final Ids ids;
    private final AuditTrail audit;
    private final InstantSource clock;

    public StartLabeling(
            Transactions transactions, LabelRuns runs, Labeler labeler, Jobs jobs, Ids ids, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.labeler = labeler;
        this.jobs = jobs;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param again whether those are labelled too that the same model has labelled before */
    public record Command(LabelScope scope, boolean again) {}

    /** As it begins. One of the same images that is under way goes on, and is refused where it was started in another way. */
    public LabelRun handle(Viewer viewer, Command command) {
        Optional<UserId> owner = command.scope().owner(viewer);
        return transactions.write(() -> {
            Optional<LabelRun> going = runs.latest(owner).filter(run -> run.state().open());
            if (going.isPresent()) {
                return going.filter(run -> run.again() == command.again()).orElseThrow(StartLabeling::running);
            }
            LabelRuns.Wanted wanted = new LabelRuns.Wanted(owner, runs.present(labeler), command.again());
            LabelRun run = LabelRun.begin(ids.next(), owner, command.again(), runs.count(wanted), clock.instant());
            if (!runs.begin(run)) {
                throw running();
            }
            jobs.enqueue(new Job.LabelLibrary(run.id()));
            audit.append(AuditEntry.by(viewer, "label.start-run", run.id(), clock.instant())
                    .with("images", run.images()).with("again", run.again()));
            return run;
        });
    }

    private static RuntimeException running() {
        return new Refusal.Conflict("labeling-running", "These images are being labelled already, in another way.").thrown();
    }
}
