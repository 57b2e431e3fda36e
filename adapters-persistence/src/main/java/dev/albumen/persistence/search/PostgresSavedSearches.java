package dev.albumen.persistence.search;

import dev.albumen.application.search.SavedSearches;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

@Singleton
final class PostgresSavedSearches implements SavedSearches {

    private static final String COLUMNS = "s.id, s.owner_id, s.name, s.text, s.sort, s.created_at, s.updated_at, s.version";
    private static final Order NEWEST = Order.byId("s.id", true);
    // Whoever adds another at the same time waits here.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 30))";
    private static final String COUNT = "SELECT count(*) AS searches FROM saved_searches WHERE owner_id = ?";
    private static final String ADD = """
            INSERT INTO saved_searches (id, owner_id, name, text, sort, created_at, updated_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM saved_searches s WHERE s.owner_id = ? AND s.id = ?";
    private static final String LIST = "SELECT " + COLUMNS + " FROM saved_searches s WHERE s.owner_id = ?";
    private static final String SAVE = """
            UPDATE saved_searches s SET name = ?, text = ?, sort = ?, updated_at = ?, version = s.version + 1
            WHERE s.id = ? AND s.version = ?
            RETURNING
            """ + COLUMNS;
    private static final String DELETE = "DELETE FROM saved_searches WHERE owner_id = ? AND id = ?";

    private final Sql sql;

    PostgresSavedSearches(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(SavedSearch search) {
        sql.requireTransaction();
        sql.one(LOCK, row -> true, search.ownerId().value().toString());
        if (sql.one(COUNT, row -> row.number("searches"), search.ownerId().value()) >= SavedSearch.MAX_PER_USER) {
            throw new Refusal.Conflict("too-many-searches", "You have " + SavedSearch.MAX_PER_USER + " saved searches already.").thrown();
        }
        sql.change(ADD, search.id().value(), search.ownerId().value(), search.name(), search.text(), search.sort(), search.createdAt(),
                search.updatedAt(), search.version());
    }

    @Override
    public Optional<SavedSearch> find(UserId owner, SavedSearchId id) {
        return sql.find(FIND, PostgresSavedSearches::read, owner.value(), id.value());
    }

    @Override
    public Page<SavedSearch> list(UserId owner, PageRequest page) {
        return new Query().add(LIST, owner.value()).page(sql, NEWEST, page, PostgresSavedSearches::read);
    }

    @Override
    public SavedSearch save(SavedSearch search) {
        return sql.find(SAVE, PostgresSavedSearches::read, search.name(), search.text(), search.sort(), search.updatedAt(),
                search.id().value(), search.version()).orElseThrow(LostRaceException::new);
    }

    @Override
    public void delete(UserId owner, SavedSearchId id) {
        sql.change(DELETE, owner.value(), id.value());
    }

    private static SavedSearch read(Row row) throws SQLException {
        return new SavedSearch(new SavedSearchId(row.uuid("id")), new UserId(row.uuid("owner_id")), row.text("name"), row.text("text"),
                row.textOrNull("sort"), row.time("created_at"), row.time("updated_at"), row.number("version"));
    }
}
