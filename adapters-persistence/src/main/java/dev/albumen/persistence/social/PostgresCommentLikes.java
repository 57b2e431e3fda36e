package dev.albumen.persistence.social;

import dev.albumen.application.social.CommentLikes;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.CommentId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class PostgresCommentLikes implements CommentLikes {

    private static final String ADD =
            "INSERT INTO comment_likes (comment_id, user_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String REMOVE = "DELETE FROM comment_likes WHERE comment_id = ? AND user_id = ?";

    private final Sql sql;

    PostgresCommentLikes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(UserId user, CommentId comment, Instant now) {
        return sql.change(ADD, comment.value(), user.value(), now) == 1;
    }

    @Override
    public boolean remove(UserId user, CommentId comment) {
        return sql.change(REMOVE, comment.value(), user.value()) == 1;
    }
}
