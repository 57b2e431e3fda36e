package dev.albumen.application.board;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Boards as they are read, and never a board or an image that the policies would hide from the viewer. */
public interface BoardViews {

    /** Empty where the viewer may not see it. */
    Optional<BoardView> find(Viewer viewer, BoardId id);

    /**
     * A page of the boards that the viewer comes across, newest first: their own, and those that are for all users.
     *
     * @param owner whose; {@code null} for anybody's
     * @param words a part of the title; {@code null} for all
     */
    Page<Board> list(Viewer viewer, @Nullable UserId owner, @Nullable String words, PageRequest page);

    /**
     * A page of what the viewer sees on a board, last put first. Images that only an unlisted album shows are there for the
     * board's owner, who knew of them. Whether they may see the board is the caller's to ask.
     */
    Page<ImageView> images(Viewer viewer, Board board, PageRequest page);

    /** @param imageCount what {@link #images} has in all its pages */
    record BoardView(Board board, int imageCount) {}
}
