package dev.albumen.application.board;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Takes an image off a board. */
public final class TakeOffBoard {

    private final Transactions transactions;
    private final Boards boards;
    private final FindBoard find;
    private final AuditTrail audit;
    private final InstantSource clock;

    public TakeOffBoard(Transactions transactions, Boards boards, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.boards = boards;
        this.find = new FindBoard(boards);
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(BoardId id, ImageId image) {}

    /** An image that is not on it, or that nobody knows, is no error: which of the two is not for everybody to hear. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Board board = find.requireHeld(viewer, command.id());
            if (boards.take(board.id(), command.image())) {
                audit.append(AuditEntry.by(viewer, "board.take-image", board.id(), clock.instant()));
            }
        });
    }
}
