package dev.albumen.application.board;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.InMemoryImageViews;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardAccess;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Reads boards in memory. */
public final class InMemoryBoardViews implements BoardViews {

    private final InMemoryBoards boards;
    private final InMemoryImageViews images;
    private final BiPredicate<Viewer, ImageId> listed;

    /** @param listed whether something more than an unlisted album shows the image to the viewer */
    public InMemoryBoardViews(InMemoryBoards boards, InMemoryImageViews images, BiPredicate<Viewer, ImageId> listed) {
        this.boards = boards;
        this.images = images;
        this.listed = listed;
    }

    @Override
    public Optional<BoardView> find(Viewer viewer, BoardId id) {
        return boards.find(id).filter(board -> BoardAccess.maySee(viewer, board))
                .map(board -> new BoardView(board, shown(viewer, board).size()));
    }

    @Override
    public Page<Board> list(Viewer viewer, @Nullable UserId owner, @Nullable String words, PageRequest page) {
        List<Board> found = boards.all().stream()
                .filter(board -> viewer.user().equals(Optional.of(board.ownerId())) || board.audience() == Board.Audience.USERS)
                .filter(board -> owner == null || board.ownerId().equals(owner))
                .filter(board -> words == null || board.title().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.<Board, String>comparing(board -> board.id().toString()).reversed()).toList();
        return InMemoryPages.cut(found, page, board -> board.id().toString());
    }

    @Override
    public Page<ImageView> images(Viewer viewer, Board board, PageRequest page) {
        return InMemoryPages.cut(shown(viewer, board), page, view -> view.image().id().toString());
    }

    private List<ImageView> shown(Viewer viewer, Board board) {
        boolean own = viewer.user().equals(Optional.of(board.ownerId()));
        return boards.on(board.id()).stream().flatMap(id -> images.find(viewer, id).stream())
                .filter(view -> !view.image().trashed())
                .filter(view -> own || viewer.user().equals(Optional.of(view.image().ownerId())) || listed.test(viewer, view.image().id()))
                .map(view -> images.listed(viewer, view.image().id())).toList();
    }
}
