package dev.albumen.persistence.image;

import dev.albumen.application.user.ThingsCounted;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;

/** A user's images, the trash left out. */
@Singleton
final class ImagesCounted implements ThingsCounted {

    private static final String COUNT = "SELECT count(*) AS n FROM images WHERE owner_id = ? AND trashed_at IS NULL";

    private final Sql sql;

    ImagesCounted(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "images";
    }

    @Override
    public long of(UserId user) {
        return sql.one(COUNT, row -> row.number("n"), user.value());
    }
}
