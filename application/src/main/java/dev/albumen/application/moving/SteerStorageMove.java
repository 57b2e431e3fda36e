package dev.albumen.application.moving;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Has the move of the storage that is under way stop, go on or go back, at whatever point it is. */
public final class SteerStorageMove {

    private final Transactions transactions;
    private final StorageMoves moves;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SteerStorageMove(Transactions transactions, StorageMoves moves, Jobs jobs, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.moves = moves;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code RESUME} has blobs tried again too that could not be copied. {@code REVERSE} goes on by itself. */
    public enum Action { PAUSE, RESUME, REVERSE }

    public record Command(Action action) {}

    /** The move from then on. Asked again, pausing and resuming change nothing, and reversing reverses again. */
    public StorageMove handle(Viewer viewer, Command command) {
        UserAccess.mayActAs(viewer, Role.SUPERADMIN);
        return transactions.write(() -> {
            StorageMove move = moves.latest().filter(going -> !going.finished()).orElseThrow(() -> new Refusal.Conflict(
                    "no-storage-move", "No move of the storage is under way.").thrown());
            StorageMove steered = steered(move, command.action()).orElse(move);
            if (steered.state() == StorageMove.State.RUNNING) {
                jobs.enqueueOnce(new Job.MoveStorage(move.id()));
            }
            audit.append(AuditEntry.by(viewer, "storage.move." + command.action().name().toLowerCase(Locale.ROOT), move.id(), clock.instant()));
            return steered;
        });
    }

    private Optional<StorageMove> steered(StorageMove move, Action action) {
        return switch (action) {
            case PAUSE -> move.state() != StorageMove.State.RUNNING ? Optional.empty()
                    : Optional.of(saved(move.in(StorageMove.State.PAUSED, moves.now()), List.of()));
            case RESUME -> switch (move.state()) {
                case RUNNING, FINISHED -> Optional.empty();
                case PAUSED -> Optional.of(saved(move.in(StorageMove.State.RUNNING, moves.now()), List.of()));
                case STUCK -> Optional.of(again(move));
            };
            case REVERSE -> Optional.of(saved(move.toTurn(moves.now()), List.of()));
        };
    }

    private StorageMove again(StorageMove move) {
        StorageMove anew = move.again(moves.now());
        if (!moves.retry(anew)) {
            throw new LostRaceException();
        }
        return anew;
    }

    private StorageMove saved(StorageMove move, List<BlobKey> over) {
        if (!moves.save(move, List.of(), over)) {
            throw new LostRaceException();
        }
        return move;
    }
}
