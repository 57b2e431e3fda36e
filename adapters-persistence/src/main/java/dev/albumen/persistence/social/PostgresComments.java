package dev.albumen.persistence.social;

import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.social.Comments;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Triggers count, and tell whoever is noted to be told. */
@Singleton
final class PostgresComments implements Comments {

    private static final String ADD = """
            INSERT INTO comments (id, image_id, album_id, parent_id, author_id, guest_name, guest_token_hash, share_id, body, state,
                created_at, version)
            VALUES (?, ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?, ?::bytea, ?::uuid, ?, ?, ?, ?)
            """;
    private static final String FIND = "SELECT " + CommentRow.COLUMNS + " FROM comments c WHERE c.id = ?";
    /** An account that is taken from its comment raises the version by a trigger, as one that was deleted does. */
    private static final String SAVE = """
            UPDATE comments c SET author_id = ?::uuid, guest_name = ?, guest_token_hash = ?::bytea, share_id = ?::uuid, body = ?, state = ?,
                edited_at = ?::timestamptz, version = c.version + 1
            WHERE c.id = ? AND c.version = ?
            RETURNING
            """ + CommentRow.COLUMNS;
    private static final String TELL = """
            INSERT INTO comment_notices (comment_id, user_id, reason) SELECT ?, u.id, ? FROM users u WHERE u.id = ?
            ON CONFLICT DO NOTHING
            """;

    private final Sql sql;

    PostgresComments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Comment comment) {
        CommentId parent = comment.parent();
        AuthorColumns author = AuthorColumns.of(comment.author());
        sql.change(ADD, comment.id().value(), CommentRow.imageOrNull(comment.subject()), CommentRow.albumOrNull(comment.subject()),
                parent == null ? null : parent.value(), author.account(), author.guestName(), author.tokenHash(), author.link(),
                comment.body(), CommentRow.name(comment.state()), comment.createdAt(), comment.version());
    }

    @Override
    public Optional<Comment> find(CommentId id) {
        return sql.find(FIND, CommentRow::read, id.value());
    }

    @Override
    public Comment save(Comment comment) {
        AuthorColumns author = AuthorColumns.of(comment.author());
        return sql.find(SAVE, CommentRow::read, author.account(), author.guestName(), author.tokenHash(), author.link(), comment.body(),
                        CommentRow.name(comment.state()), comment.editedAt(), comment.id().value(), comment.version())
                .orElseThrow(LostRaceException::new);
    }

    @Override
    public void tell(CommentId id, Map<UserId, Reason> users) {
        sql.changeEach(TELL, users.entrySet().stream().map(told -> new Object[] {
            id.value(), CommentRow.name(told.getValue()), told.getKey().value()}).toList());
    }

    private record AuthorColumns(@Nullable Object account, @Nullable String guestName, byte @Nullable [] tokenHash, @Nullable Object link) {

        static AuthorColumns of(Author author) {
            return switch (author) {
                case Author.OfAccount(UserId id) -> new AuthorColumns(id.value(), null, null, null);
                case Author.Guest guest -> new AuthorColumns(null, guest.name(), HexFormat.of().parseHex(guest.tokenHash().hex()),
                        guest.link() == null ? null : guest.link().value());
                case Author.Forgotten forgotten -> new AuthorColumns(null, null, null, null);
            };
        }
    }
}
