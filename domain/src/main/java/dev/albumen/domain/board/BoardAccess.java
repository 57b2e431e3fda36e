package dev.albumen.domain.board;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;

/** Who may do what to a board: its owner and admins all, other users look where it is for them. No link leads to one. */
public final class BoardAccess {

    private BoardAccess() {}

    public static boolean maySee(Viewer viewer, Board board) {
        return mayChange(viewer, board) || (viewer instanceof Viewer.Member && board.audience() == Board.Audience.USERS);
    }

    public static boolean mayChange(Viewer viewer, Board board) {
        return switch (viewer) {
            case Viewer.Worker worker -> true;
            case Viewer.Member member -> member.userId().equals(board.ownerId()) || member.role().atLeast(Role.ADMIN);
            case Viewer.Anonymous anonymous -> false;
            case Viewer.LinkHolder holder -> false;
        };
    }

    /** Refuses whoever may not see it as if there were none. */
    public static void requireSight(Viewer viewer, Board board) {
        if (!maySee(viewer, board)) {
            throw Refusal.notFound();
        }
    }

    /** Refuses whoever may not change it: as missing where they may not even see it. */
    public static void requireChange(Viewer viewer, Board board) {
        requireSight(viewer, board);
        if (!mayChange(viewer, board)) {
            throw new Refusal.Forbidden("board-not-yours", "You can see this board, but not do this to it.").thrown();
        }
    }
}
