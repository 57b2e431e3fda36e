package dev.albumen.persistence.tag;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.tag.TagViews;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresTagViews implements TagViews {

    private static final String SELECT = """
            SELECT t.name, used.image_count, used.sources
            FROM tags t CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE i.trashed_at IS NULL) AS image_count,
                       coalesce(array_agg(DISTINCT it.source) FILTER (WHERE i.trashed_at IS NULL), '{}') AS sources
                FROM image_tags it JOIN images i ON i.id = it.image_id WHERE it.tag_id = t.id) used
            WHERE t.owner_id = ?
            """;
    private static final String FROM_SOURCE = """
            AND EXISTS (SELECT 1 FROM image_tags s JOIN images i ON i.id = s.image_id
                WHERE s.tag_id = t.id AND s.source = ? AND i.trashed_at IS NULL)
            """;

    private final Sql sql;

    PostgresTagViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<TagView> list(UserId owner, @Nullable String words, @Nullable TagSource source, PageRequest page) {
        Query query = new Query().add(SELECT, owner.value());
        query.addIf(words, "AND strpos(folded(t.name), folded(?)) > 0", typed -> typed);
        query.addIf(source, FROM_SOURCE, wanted -> wanted.name().toLowerCase(Locale.ROOT));
        page.after().ifPresent(place -> query.add("AND t.name > ?", place.values().getFirst()));
        query.add("ORDER BY t.name LIMIT " + (page.limit() + 1));
        return Page.of(query.list(sql, PostgresTagViews::read), page.limit(), tag -> new Keyset(List.of(tag.name())));
    }

    @Override
    public Optional<TagView> find(UserId owner, TagName name) {
        return new Query().add(SELECT, owner.value()).add("AND t.name = ?", name.value()).find(sql, PostgresTagViews::read);
    }

    private static TagView read(Row row) throws SQLException {
        Set<TagSource> sources = row.texts("sources").stream()
                .map(source -> TagSource.valueOf(source.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        return new TagView(row.text("name"), row.integer("image_count"), sources);
    }
}
