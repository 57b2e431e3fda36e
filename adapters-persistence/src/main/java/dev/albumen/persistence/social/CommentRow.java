package dev.albumen.persistence.social;

import dev.albumen.application.social.CommentView;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How comments stand in their table. */
final class CommentRow {

    static final String COLUMNS = """
            c.id, c.image_id, c.album_id, c.parent_id, c.author_id, c.guest_name, c.guest_token_hash, c.share_id, c.body, c.state,
            c.created_at, c.edited_at, c.version
            """;

    private CommentRow() {}

    static Comment read(Row row) throws SQLException {
        UUID parent = row.uuidOrNull("parent_id");
        return new Comment(new CommentId(row.uuid("id")), subject(row), parent == null ? null : new CommentId(parent), author(row),
                row.text("body"), state(row.text("state")), row.time("created_at"), row.timeOrNull("edited_at"), row.number("version"));
    }

    /** With what is counted of it, and the author's name. */
    static CommentView view(Row row) throws SQLException {
        return new CommentView(read(row), name(row), row.integer("likes"), row.flag("liked"), row.integer("replies"), Set.of());
    }

    static Subject subject(Row row) throws SQLException {
        UUID image = row.uuidOrNull("image_id");
        return image == null ? new Subject.OfAlbum(new AlbumId(row.uuid("album_id"))) : new Subject.OfImage(new ImageId(image));
    }

    private static Author author(Row row) throws SQLException {
        UUID account = row.uuidOrNull("author_id");
        if (account != null) {
            return new Author.OfAccount(new UserId(account));
        }
        String guest = row.textOrNull("guest_name");
        UUID link = row.uuidOrNull("share_id");
        return guest == null ? Author.FORGOTTEN
                : new Author.Guest(guest, link == null ? null : new ShareId(link), row.sha256("guest_token_hash"));
    }

    private static CommentView.@Nullable Name name(Row row) throws SQLException {
        String username = row.textOrNull("username");
        if (username != null) {
            return new CommentView.Name(new CommentView.Account(new UserId(row.uuid("author_id")), username), row.text("display_name"));
        }
        String guest = row.textOrNull("guest_name");
        return guest == null ? null : new CommentView.Name(null, guest);
    }

    static @Nullable UUID imageOrNull(Subject subject) {
        return subject instanceof Subject.OfImage(ImageId id) ? id.value() : null;
    }

    static @Nullable UUID albumOrNull(Subject subject) {
        return subject instanceof Subject.OfAlbum(AlbumId id) ? id.value() : null;
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Comment.State state(String name) {
        return Comment.State.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
