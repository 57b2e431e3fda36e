package dev.albumen.persistence.social;

import dev.albumen.application.social.Favorites;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class PostgresFavorites implements Favorites {

    private static final String ADD =
            "INSERT INTO favorites (user_id, image_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String REMOVE = "DELETE FROM favorites WHERE user_id = ? AND image_id = ?";

    private final Sql sql;

    PostgresFavorites(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(UserId user, ImageId image, Instant now) {
        return sql.change(ADD, user.value(), image.value(), now) == 1;
    }

    @Override
    public boolean remove(UserId user, ImageId image) {
        return sql.change(REMOVE, user.value(), image.value()) == 1;
    }
}
