package dev.albumen.application.board;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Changes what a board is called and who may look at it. */
public final class ChangeBoard {

    private final Transactions transactions;
    private final Boards boards;
    private final FindBoard find;
    private final BoardViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeBoard(Transactions transactions, Boards boards, BoardViews views, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.boards = boards;
        this.find = new FindBoard(boards);
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(BoardId id, Board.Patch patch, Optional<Long> expected) {}

    public BoardViews.BoardView handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Board board = find.requireChange(viewer, command.id());
            Stale.unless(command.expected(), board.version());
            Instant now = clock.instant();
            boards.save(board.changed(command.patch(), now));
            audit.append(AuditEntry.by(viewer, "board.change", board.id(), now));
            return views.find(viewer, board.id()).orElseThrow(Refusal::notFound);
        });
    }
}
