package dev.albumen.application.moving;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells how far the latest move of the storage has come. */
public final class ReadStorageMove {

    private static final int MOST_NAMED = 20;

    private final Transactions transactions;
    private final StorageMoves moves;

    public ReadStorageMove(Transactions transactions, StorageMoves moves) {
        this.transactions = transactions;
        this.moves = moves;
    }

    /**
     * @param blobs how many are in each state
     * @param failed some of those that could not be copied
     */
    public record Progress(StorageMove move, Map<BlobMove.State, Long> blobs, List<BlobMove> failed) {}

    public Optional<Progress> handle(Viewer viewer) {
        UserAccess.mayActAs(viewer, Role.SUPERADMIN);
        return transactions.read(() -> moves.latest().map(move -> new Progress(
                move, moves.count(move.id()), moves.in(move.id(), BlobMove.State.FAILED, MOST_NAMED))));
    }
}
