package dev.albumen.application.board;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Makes a board. */
public final class CreateBoard {

    private final Transactions transactions;
    private final Boards boards;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public CreateBoard(Transactions transactions, Boards boards, AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.boards = boards;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public record Command(Board.Draft draft) {}

    /** The new board, empty. */
    public BoardViews.BoardView handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        Instant now = clock.instant();
        Board board = Board.drafted(new BoardId(ids.next()), owner, command.draft(), now);
        return transactions.write(() -> {
            boards.add(board);
            audit.append(AuditEntry.by(viewer, "board.create", board.id(), now));
            return new BoardViews.BoardView(board, 0);
        });
    }
}
