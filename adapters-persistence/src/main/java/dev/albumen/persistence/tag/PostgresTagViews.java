package dev.albumen.persistence.tag;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.tag.TagViews;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Singleton
final class PostgresTagViews implements TagViews {

    private static final String SELECT = """
            SELECT t.name, t.user_count, t.labeler_count, c.name AS category,
                ARRAY(SELECT up.name FROM unnest(t.path) WITH ORDINALITY AS way (id, level) JOIN tags up ON up.id = way.id
                    WHERE up.id <> t.id ORDER BY way.level) AS path
            FROM tags t LEFT JOIN categories c ON c.id = t.category_id
            WHERE t.owner_id = ?
            """;
    private static final String WITHIN = "AND t.parent_id = (SELECT up.id FROM tags up WHERE up.owner_id = ? AND up.name = ?)";

    private final Sql sql;

    PostgresTagViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<TagView> list(UserId owner, Search search, PageRequest page) {
        Query query = new Query().add(SELECT, owner.value());
        query.addIf(search.words(), "AND strpos(folded(t.name), folded(?)) > 0", typed -> typed);
        query.addIf(search.category(), "AND c.name_key = ?", CategoryName::key);
        switch (search.place()) {
            case null -> {}
            case Place.Top top -> query.add("AND t.parent_id IS NULL");
            case Place.In(TagName parent) -> query.add(WITHIN, owner.value(), parent.value());
        }
        switch (search.source()) {
            case null -> {}
            case USER -> query.add("AND t.user_count > 0");
            case LABELER -> query.add("AND t.labeler_count > 0");
        }
        page.after().ifPresent(place -> query.add("AND t.name > ?", place.values().getFirst()));
        query.add("ORDER BY t.name LIMIT " + (page.limit() + 1));
        return Page.of(query.list(sql, PostgresTagViews::read), page.limit(), tag -> new Keyset(List.of(tag.name())));
    }

    @Override
    public Optional<TagView> find(UserId owner, TagName name) {
        return new Query().add(SELECT, owner.value()).add("AND t.name = ?", name.value()).find(sql, PostgresTagViews::read);
    }

    private static TagView read(Row row) throws SQLException {
        int byUser = row.integer("user_count");
        int byLabeler = row.integer("labeler_count");
        Set<TagSource> sources = EnumSet.noneOf(TagSource.class);
        if (byUser > 0) {
            sources.add(TagSource.USER);
        }
        if (byLabeler > 0) {
            sources.add(TagSource.LABELER);
        }
        return new TagView(row.text("name"), row.texts("path"), row.textOrNull("category"), byUser + byLabeler, sources);
    }
}
