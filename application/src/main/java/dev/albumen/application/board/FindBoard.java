package dev.albumen.application.board;

import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardAccess;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Finds boards for those who may change them. */
record FindBoard(Boards boards) {

    Board requireChange(Viewer viewer, BoardId id) {
        viewer.member();
        Board board = boards.find(id).orElseThrow(Refusal::notFound);
        BoardAccess.requireChange(viewer, board);
        return board;
    }

    /** The same, with other changes of what is on it waiting. */
    Board requireHeld(Viewer viewer, BoardId id) {
        requireChange(viewer, id);
        return boards.lock(id).orElseThrow(Refusal::notFound);
    }
}
