package dev.albumen.persistence.social;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.social.CommentView;
import dev.albumen.application.social.CommentViews;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresCommentViews implements CommentViews {

    /** Accounts that are shut out or leaving have no name here, as they have no profile. */
    private static final String VIEW = "SELECT " + CommentRow.COLUMNS + """
            , u.username, u.display_name, t.likes, t.replies,
            EXISTS (SELECT 1 FROM comment_likes l WHERE l.comment_id = c.id AND l.user_id = ?) AS liked
            FROM comments c
                JOIN comment_tallies t ON t.comment_id = c.id
                LEFT JOIN users u ON u.id = c.author_id AND NOT u.disabled AND u.deletion_due_at IS NULL
            """;
    private static final String READ_BY_ALL = "AND (c.state = 'shown' OR t.replies > 0)";
    private static final String READ_BY_ACCOUNT = """
            AND (c.state = 'shown' OR t.replies > 0 OR (c.author_id = ? AND c.state IN ('hidden-by-owner', 'hidden-by-moderator')))
            """;
    private static final String READ_BY_MODERATOR = "AND (c.state <> 'deleted' OR t.replies > 0)";

    private final Sql sql;

    PostgresCommentViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<CommentView> list(Viewer viewer, CommentAccess.Facts facts, Search search, PageRequest page) {
        Query query = select(viewer);
        switch (search.subject()) {
            case Subject.OfImage(ImageId id) -> query.add("WHERE c.image_id = ?", id.value());
            case Subject.OfAlbum(AlbumId id) -> query.add("WHERE c.album_id = ?", id.value());
        }
        query.addIf(search.thread(), "AND c.parent_id = ?", CommentId::value);
        if (CommentAccess.moderates(viewer, facts)) {
            query.add(READ_BY_MODERATOR);
        } else if (viewer.user().isPresent()) {
            query.add(READ_BY_ACCOUNT, user(viewer));
        } else {
            query.add(READ_BY_ALL);
        }
        Order order = Order.byId("c.id", search.newestFirst());
        return query.page(sql, order, page, CommentRow::view);
    }

    @Override
    public Optional<CommentView> find(Viewer viewer, CommentAccess.Facts facts, CommentId id) {
        return select(viewer).add("WHERE c.id = ?", id.value()).find(sql, CommentRow::view);
    }

    private static Query select(Viewer viewer) {
        return new Query().add(VIEW, user(viewer));
    }

    private static @Nullable UUID user(Viewer viewer) {
        return viewer.user().map(UserId::value).orElse(null);
    }
}
