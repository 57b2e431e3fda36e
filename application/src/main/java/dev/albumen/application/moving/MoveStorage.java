package dev.albumen.application.moving;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.Lease;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves blobs for some seconds, keeps how far it came, and has a further job go on. So a move of terabytes leaves room for
 * other jobs between, and one whose node dies loses some seconds. A storage that does not answer is waited for: nothing but
 * a blob that stays wrong keeps a move from its end.
 */
public final class MoveStorage {

    static final Duration SLICE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(MoveStorage.class);

    private final Transactions transactions;
    private final StorageMoves moves;
    private final MoveSteps steps;
    private final Jobs jobs;
    private final Ids ids;
    private final InstantSource clock;

    MoveStorage(Transactions transactions, StorageMoves moves, MoveSteps steps, Jobs jobs, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.moves = moves;
        this.steps = steps;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param lease of the try that this is */
    public record Command(UUID move, Lease lease) {}

    /** A move that is not to go on, or that another job goes on with, is left alone. */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        UUID worker = ids.next();
        if (!transactions.write(() -> begun(command, worker))) {
            return;
        }
        Renewal.during(() -> work(command, worker), () -> transactions.writing(() -> renewed(command, worker)));
    }

    private void renewed(Command command, UUID worker) {
        command.lease().hold();
        moves.renew(command.move(), worker);
    }

    private void work(Command command, UUID worker) {
        Instant end = clock.instant().plus(SLICE);
        boolean rests = false;
        Optional<StorageMove> going = going(command.move(), worker);
        while (going.isPresent() && clock.instant().isBefore(end) && !rests) {
            Optional<Step> taken = taken(going.get(), command.lease());
            taken.ifPresent(step -> transactions.write(() -> kept(command.lease(), step)));
            Step.Then then = taken.map(Step::then).orElse(Step.Then.GO_ON);
            rests = then == Step.Then.REST || then == Step.Then.WAIT && (isLong(going.get()) || Thread.currentThread().isInterrupted());
            if (then == Step.Then.WAIT && !rests) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            // Somebody may have paused or turned it meanwhile, and the step that was lost by that is taken again.
            going = going(command.move(), worker);
        }
        boolean enqueues = !rests;
        transactions.writing(() -> ended(command, worker, enqueues));
    }

    /** Where somebody is at it already, who said so not long ago, nobody else begins. */
    private boolean begun(Command command, UUID worker) {
        command.lease().hold();
        Instant recently = moves.now().minus(ResumeStorageMove.STANDSTILL);
        Optional<StorageMove> free = moves.latest()
                .filter(move -> move.id().equals(command.move()) && move.state() == StorageMove.State.RUNNING)
                .filter(move -> move.worker() == null || move.updatedAt().isBefore(recently));
        free.ifPresent(move -> save(move.by(worker, moves.now())));
        return free.isPresent();
    }

    private Optional<StorageMove> going(UUID id, UUID worker) {
        return transactions.read(moves::latest).filter(move -> move.id().equals(id) && worker.equals(move.worker()))
                .filter(move -> move.state() == StorageMove.State.RUNNING);
    }

    private void ended(Command command, UUID worker, boolean enqueues) {
        command.lease().hold();
        moves.latest().filter(move -> move.id().equals(command.move()) && worker.equals(move.worker())).ifPresent(move -> {
            save(move.by(null, moves.now()));
            if (enqueues && move.state() == StorageMove.State.RUNNING) {
                jobs.enqueue(new Job.MoveStorage(move.id()));
            }
        });
    }

    private void save(StorageMove move) {
        if (!moves.save(move, List.of(), List.of())) {
            throw new LostRaceException();
        }
    }

    /** What is worth no thread meanwhile; it is looked at again by and by. */
    private static boolean isLong(StorageMove move) {
        return move.phase() == StorageMove.Phase.CHECKING
                || move.phase() == StorageMove.Phase.KEEPING && move.manner().keep().compareTo(SLICE) > 0;
    }

    private Optional<Step> taken(StorageMove move, Lease lease) {
        try {
            return steps.take(move, blobs -> announced(move, lease, blobs));
        } catch (DependencyException e) {
            LOG.warn("the move of the storage waits: {}", e.getMessage());
            return Optional.of(Step.waiting(move.further(move.place(), StorageMove.Tally.NONE, String.valueOf(e.getMessage()), moves.now())));
        }
    }

    private boolean announced(StorageMove move, Lease lease, List<BlobMove> blobs) {
        return transactions.write(() -> {
            lease.hold();
            return moves.announce(move, blobs);
        });
    }

    private boolean kept(Lease lease, Step step) {
        lease.hold();
        return switch (step.then()) {
            case GO_ON, WAIT, REST -> moves.save(step.move(), step.changed(), step.over());
            case ANEW -> moves.restart(step.move());
        };
    }
}
