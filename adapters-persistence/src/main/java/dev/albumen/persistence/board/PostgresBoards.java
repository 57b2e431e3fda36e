package dev.albumen.persistence.board;

import dev.albumen.application.board.Boards;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.ImageId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class PostgresBoards implements Boards {

    private static final String ADD = """
            INSERT INTO boards (id, owner_id, title, description, audience, created_at, updated_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = "SELECT " + BoardRow.COLUMNS + " FROM boards b WHERE b.id = ?";
    private static final String LOCK = FIND + " FOR NO KEY UPDATE";
    private static final String SAVE = """
            UPDATE boards b SET title = ?, description = ?, audience = ?, updated_at = ?, version = b.version + 1
            WHERE b.id = ? AND b.version = ?
            RETURNING
            """ + BoardRow.COLUMNS;
    private static final String DELETE = "DELETE FROM boards WHERE id = ?";
    private static final String PUT = """
            INSERT INTO board_images (board_id, image_id, put_at)
            SELECT ?, i.id, ? FROM images i WHERE i.id = ANY (?) ORDER BY i.id
            ON CONFLICT DO NOTHING
            """;
    private static final String TAKE = "DELETE FROM board_images WHERE board_id = ? AND image_id = ?";
    private static final String SIZE = "SELECT count(*) AS images FROM board_images WHERE board_id = ?";

    private final Sql sql;

    PostgresBoards(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Board board) {
        sql.change(ADD, board.id().value(), board.ownerId().value(), board.title(), board.description(), BoardRow.name(board.audience()),
                board.createdAt(), board.updatedAt(), board.version());
    }

    @Override
    public Optional<Board> find(BoardId id) {
        return sql.find(FIND, BoardRow::read, id.value());
    }

    @Override
    public Optional<Board> lock(BoardId id) {
        sql.requireTransaction();
        return sql.find(LOCK, BoardRow::read, id.value());
    }

    @Override
    public Board save(Board board) {
        return sql.find(SAVE, BoardRow::read, board.title(), board.description(), BoardRow.name(board.audience()), board.updatedAt(),
                board.id().value(), board.version()).orElseThrow(LostRaceException::new);
    }

    @Override
    public void delete(BoardId id) {
        sql.change(DELETE, id.value());
    }

    @Override
    public int put(BoardId id, Collection<ImageId> images, Instant now) {
        return sql.change(PUT, id.value(), now, images.stream().map(ImageId::value).toArray(UUID[]::new));
    }

    @Override
    public boolean take(BoardId id, ImageId image) {
        return sql.change(TAKE, id.value(), image.value()) == 1;
    }

    @Override
    public int size(BoardId id) {
        return sql.one(SIZE, row -> row.integer("images"), id.value());
    }
}
