package dev.albumen.persistence.board;

import dev.albumen.application.board.BoardViews;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardAccess;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.image.ImageViewRow;
import dev.albumen.persistence.image.ImageVisibility;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresBoardViews implements BoardViews {

    private static final Order NEWEST = Order.byId("b.id", true);
    private static final Order LAST_PUT = Order.by("b.put_at", "timestamptz", "b.image_id", true);
    private static final String SELECT = "SELECT " + BoardRow.COLUMNS + " FROM boards b WHERE ";
    private static final String ON_BOARD =
            "FROM board_images b JOIN images i ON i.id = b.image_id WHERE b.board_id = ? AND i.trashed_at IS NULL";

    private final Sql sql;

    PostgresBoardViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<BoardView> find(Viewer viewer, BoardId id) {
        return new Query().add(SELECT).add("b.id = ?", id.value()).find(sql, BoardRow::read)
                .filter(board -> BoardAccess.maySee(viewer, board))
                .map(board -> new BoardView(board, count(viewer, board)));
    }

    private int count(Viewer viewer, Board board) {
        Query query = new Query().add("SELECT count(*) AS images").add(ON_BOARD, board.id().value());
        narrow(query, Seer.of(viewer), board);
        return query.find(sql, row -> row.integer("images")).orElse(0);
    }

    @Override
    public Page<Board> list(Viewer viewer, @Nullable UserId owner, @Nullable String words, PageRequest page) {
        Query query = new Query().add(SELECT).add("(b.owner_id = ? OR b.audience = 'users')", Seer.of(viewer).id());
        query.addIf(owner, "AND b.owner_id = ?", UserId::value);
        query.addIf(words, "AND strpos(folded(b.title), folded(?)) > 0", typed -> typed);
        return query.page(sql, NEWEST, page, BoardRow::read);
    }

    @Override
    public Page<ImageView> images(Viewer viewer, Board board, PageRequest page) {
        Seer seer = Seer.of(viewer);
        Query query = ImageViewRow.select(seer, LAST_PUT).add(ON_BOARD, board.id().value());
        narrow(query, seer, board);
        return query.page(sql, LAST_PUT, page, ImageViewRow::read);
    }

    private static void narrow(Query query, Seer seer, Board board) {
        if (seer.is(board.ownerId())) {
            ImageVisibility.seen(query, seer);
        } else {
            ImageVisibility.ownOrFound(query, seer);
        }
    }
}
