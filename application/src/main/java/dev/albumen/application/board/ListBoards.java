package dev.albumen.application.board;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Lists the viewer's own boards and those that are for all users. */
public final class ListBoards {

    private final BoardViews views;

    public ListBoards(BoardViews views) {
        this.views = views;
    }

    /**
     * @param owner whose; {@code null} for anybody's
     * @param words a part of the title; {@code null} for all
     */
    public record Query(@Nullable UserId owner, @Nullable String words, PageRequest page) {}

    public Page<Board> handle(Viewer viewer, Query query) {
        return views.list(viewer.member(), query.owner(), query.words(), query.page());
    }
}
