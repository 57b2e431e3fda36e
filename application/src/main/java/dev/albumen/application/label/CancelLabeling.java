package dev.albumen.application.label;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.UUID;

/** Ends a labelling of many images after the picture that it is at. What it has labelled stays so. */
public final class CancelLabeling {

    private final Transactions transactions;
    private final LabelRunAccess access;
    private final LabelRuns runs;
    private final AuditTrail audit;
    private final InstantSource clock;

    CancelLabeling(Transactions transactions, LabelRunAccess access, LabelRuns runs, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.access = access;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(UUID id) {}

    /** One that is over stays as it ended. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            LabelRun run = access.require(viewer, command.id());
            if (run.state().open()) {
                if (!runs.save(run.become(LabelRun.State.CANCELLED, clock.instant()))) {
                    throw new LostRaceException();
                }
                audit.append(AuditEntry.by(viewer, "label.cancel-run", run.id(), clock.instant()));
            }
        });
    }
}
