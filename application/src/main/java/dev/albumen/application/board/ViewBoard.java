package dev.albumen.application.board;

import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Shows one board. */
public final class ViewBoard {

    private final BoardViews views;

    public ViewBoard(BoardViews views) {
        this.views = views;
    }

    public record Query(BoardId id) {}

    public BoardViews.BoardView handle(Viewer viewer, Query query) {
        return views.find(viewer.member(), query.id()).orElseThrow(Refusal::notFound);
    }
}
