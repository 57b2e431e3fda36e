package dev.albumen.persistence.social;

import dev.albumen.application.social.Likes;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class PostgresLikes implements Likes {

    private static final String ADD =
            "INSERT INTO image_likes (image_id, user_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String REMOVE = "DELETE FROM image_likes WHERE image_id = ? AND user_id = ?";

    private final Sql sql;

    PostgresLikes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(UserId user, ImageId image, Instant now) {
        return sql.change(ADD, image.value(), user.value(), now) == 1;
    }

    @Override
    public boolean remove(UserId user, ImageId image) {
        return sql.change(REMOVE, image.value(), user.value()) == 1;
    }
}
