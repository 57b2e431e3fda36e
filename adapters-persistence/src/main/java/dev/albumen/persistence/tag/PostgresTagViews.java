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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresTagViews implements TagViews {

    private static final String SELECT = "SELECT t.name, t.user_count, t.labeler_count FROM tags t WHERE t.owner_id = ?";

    private final Sql sql;

    PostgresTagViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<TagView> list(UserId owner, @Nullable String words, @Nullable TagSource source, PageRequest page) {
        Query query = new Query().add(SELECT, owner.value());
        query.addIf(words, "AND strpos(folded(t.name), folded(?)) > 0", typed -> typed);
        switch (source) {
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
        return new TagView(row.text("name"), byUser + byLabeler, sources);
    }
}
