package dev.albumen.application.moving;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;

/** Has a move go on that waits for its time, or whose job was lost with its node or given up. */
public final class ResumeStorageMove {

    static final Duration STANDSTILL = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final StorageMoves moves;
    private final Jobs jobs;

    public ResumeStorageMove(Transactions transactions, StorageMoves moves, Jobs jobs) {
        this.transactions = transactions;
        this.moves = moves;
        this.jobs = jobs;
    }

    public void handle(Viewer viewer) {
        viewer.requireWorker();
        Instant before = moves.now().minus(STANDSTILL);
        transactions.read(moves::latest)
                .filter(move -> move.state() == StorageMove.State.RUNNING && move.updatedAt().isBefore(before))
                .ifPresent(move -> transactions.writing(() -> jobs.enqueueOnce(new Job.MoveStorage(move.id()))));
    }
}
