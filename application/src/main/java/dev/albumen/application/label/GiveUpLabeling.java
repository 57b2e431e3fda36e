package dev.albumen.application.label;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.UUID;

/** Ends a labelling of many images whose labeler did not answer for long. */
public final class GiveUpLabeling {

    private final Transactions transactions;
    private final LabelRuns runs;
    private final InstantSource clock;

    public GiveUpLabeling(Transactions transactions, LabelRuns runs, InstantSource clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.clock = clock;
    }

    public record Command(UUID run) {}

    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        transactions.writing(() -> runs.find(command.run())
                .filter(run -> run.state().open())
                .ifPresent(run -> runs.save(run.become(LabelRun.State.FAILED, clock.instant()))));
    }
}
