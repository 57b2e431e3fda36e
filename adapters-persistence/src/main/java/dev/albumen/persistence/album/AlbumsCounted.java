package dev.albumen.persistence.album;

import dev.albumen.application.user.ThingsCounted;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;

/** A user's albums, the one that holds everything included. */
@Singleton
final class AlbumsCounted implements ThingsCounted {

    private static final String COUNT = "SELECT count(*) AS n FROM albums WHERE owner_id = ?";

    private final Sql sql;

    AlbumsCounted(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "albums";
    }

    @Override
    public long of(UserId user) {
        return sql.one(COUNT, row -> row.number("n"), user.value());
    }
}
