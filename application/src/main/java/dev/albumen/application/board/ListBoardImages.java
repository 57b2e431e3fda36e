package dev.albumen.application.board;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Lists what the viewer sees on a board. */
public final class ListBoardImages {

    private final BoardViews views;

    public ListBoardImages(BoardViews views) {
        this.views = views;
    }

    public record Query(BoardId id, PageRequest page) {}

    public Page<ImageView> handle(Viewer viewer, Query query) {
        Board board = views.find(viewer.member(), query.id()).orElseThrow(Refusal::notFound).board();
        return views.images(viewer, board, query.page()).map(view -> view.shownTo(viewer));
    }
}
