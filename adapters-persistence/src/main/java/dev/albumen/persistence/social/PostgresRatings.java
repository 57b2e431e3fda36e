package dev.albumen.persistence.social;

import dev.albumen.application.social.Ratings;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Stars;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class PostgresRatings implements Ratings {

    private static final String PUT = """
            INSERT INTO image_ratings AS r (user_id, image_id, stars, rated_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (user_id, image_id) DO UPDATE SET stars = EXCLUDED.stars, rated_at = EXCLUDED.rated_at
                WHERE r.stars <> EXCLUDED.stars
            """;
    private static final String REMOVE = "DELETE FROM image_ratings WHERE user_id = ? AND image_id = ?";

    private final Sql sql;

    PostgresRatings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean put(UserId user, ImageId image, Stars stars, Instant now) {
        return sql.change(PUT, user.value(), image.value(), stars.count(), now) == 1;
    }

    @Override
    public boolean remove(UserId user, ImageId image) {
        return sql.change(REMOVE, user.value(), image.value()) == 1;
    }
}
