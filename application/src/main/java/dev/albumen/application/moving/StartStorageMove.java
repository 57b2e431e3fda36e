package dev.albumen.application.moving;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Has all blobs moved to another storage. One such move is under way at a time. */
public final class StartStorageMove {

    private final Transactions transactions;
    private final StorageMoves moves;
    private final BlobPlaces places;
    private final Jobs jobs;
    private final Ids ids;
    private final AuditTrail audit;
    private final InstantSource clock;

    public StartStorageMove(
            Transactions transactions, StorageMoves moves, BlobPlaces places, Jobs jobs, Ids ids, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.moves = moves;
        this.places = places;
        this.jobs = jobs;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param to where every blob is to be */
    public record Command(BlobPlace to, StorageMove.Manner manner) {}

    /** The move as it begins; where one to the same place is under way, that one, which goes on in the manner asked for. */
    public StorageMove handle(Viewer viewer, Command command) {
        Viewer.Member member = UserAccess.mayActAs(viewer, Role.SUPERADMIN);
        if (!places.have(command.to()) || !places.have(command.to().other())) {
            throw new Refusal.Conflict("storage-not-configured",
                    "The settings of this node do not name both storages; with several nodes, those of every node have to.").thrown();
        }
        return transactions.write(() -> {
            StorageMove move = going(command).orElseGet(() -> begun(member, command));
            jobs.enqueueOnce(new Job.MoveStorage(move.id()));
            audit.append(AuditEntry.by(viewer, "storage.move", move.id(), clock.instant()).with("to", command.to().word()));
            return move;
        });
    }

    private Optional<StorageMove> going(Command command) {
        Optional<StorageMove> going = moves.latest().filter(move -> !move.finished());
        if (going.filter(move -> move.to() != command.to() || move.turning()).isPresent()) {
            throw running();
        }
        return going.map(move -> {
            StorageMove changed = move.with(command.manner(), moves.now());
            if (!moves.save(changed, List.of(), List.of())) {
                throw new LostRaceException();
            }
            return changed;
        });
    }

    private StorageMove begun(Viewer.Member member, Command command) {
        BlobPlace first = moves.latest().map(move -> move.route(places)).orElseGet(places::route).first();
        StorageMove move = StorageMove.begin(
                ids.next(), command.to(), first == command.to(), command.manner(), member.userId(), moves.now());
        if (!moves.begin(move)) {
            throw running();
        }
        return move;
    }

    private static RefusedException running() {
        return new Refusal.Conflict("storage-move-running",
                "The storage is on its way to the other place; reverse that move instead of starting another.").thrown();
    }
}
