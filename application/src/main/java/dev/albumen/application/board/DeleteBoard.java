package dev.albumen.application.board;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;

/** Deletes a board. Images stay. */
public final class DeleteBoard {

    private final Transactions transactions;
    private final Boards boards;
    private final FindBoard find;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DeleteBoard(Transactions transactions, Boards boards, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.boards = boards;
        this.find = new FindBoard(boards);
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the caller means; empty for any */
    public record Command(BoardId id, Optional<Long> expected) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Board board = find.requireChange(viewer, command.id());
            Stale.unless(command.expected(), board.version());
            boards.delete(board.id());
            audit.append(AuditEntry.by(viewer, "board.delete", board.id(), clock.instant()));
        });
    }
}
