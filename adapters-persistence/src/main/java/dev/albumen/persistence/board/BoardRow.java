package dev.albumen.persistence.board;

import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;
import java.util.Locale;

/** How a board is kept. */
final class BoardRow {

    static final String COLUMNS = "b.id, b.owner_id, b.title, b.description, b.audience, b.created_at, b.updated_at, b.version";

    private BoardRow() {}

    static Board read(Row row) throws SQLException {
        return new Board(new BoardId(row.uuid("id")), new UserId(row.uuid("owner_id")), row.text("title"), row.text("description"),
                Board.Audience.valueOf(row.text("audience").toUpperCase(Locale.ROOT)), row.time("created_at"), row.time("updated_at"),
                row.number("version"));
    }

    static String name(Board.Audience audience) {
        return audience.name().toLowerCase(Locale.ROOT);
    }
}
