package dev.albumen.persistence.shared;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One SELECT put together from constant parts, each followed by its values. Values never become text of the statement. */
public final class Query {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();
    private boolean planned;

    /** Adds a part and the values of its question marks. */
    public Query add(String part, @Nullable Object... itsValues) {
        text.append(part).append('\n');
        Collections.addAll(values, itsValues);
        return this;
    }

    /** Adds a part where something is wanted of it. */
    public <V> Query addIf(@Nullable V wanted, String part, Function<V, Object> value) {
        return wanted == null ? this : add(part, value.apply(wanted));
    }

    /** Has it planned for its very values each time: where they decide which index is the right one. */
    public Query planned() {
        planned = true;
        return this;
    }

    public <T> Optional<T> find(Sql sql, Sql.RowReader<T> reader) {
        return sql.find(text.toString(), reader, values.toArray());
    }

    public <T> List<T> list(Sql sql, Sql.RowReader<T> reader) {
        return planned
                ? sql.listPlanned(text.toString(), reader, values.toArray())
                : sql.list(text.toString(), reader, values.toArray());
    }

    /** Narrows to what follows the page before, orders, and reads one page. The rows have the order's columns. */
    public <T> Page<T> page(Sql sql, Order order, PageRequest page, Sql.RowReader<T> reader) {
        cut(order, page);
        List<Placed<T>> rows = list(sql, row -> new Placed<>(reader.read(row), order.place(row)));
        return Page.of(rows, page.limit(), Placed::place).map(Placed::item);
    }

    /** Narrows to one page and one row more, for a page that is read by a part of the statement. */
    public Query cut(Order order, PageRequest page) {
        page.after().ifPresent(place -> {
            order.requireOwn(place);
            add("AND " + order.after(), place.values().toArray());
        });
        // The limit is a number of ours, and as a constant it lets the planner see that few rows are wanted.
        return add("ORDER BY " + order.by()).add("LIMIT " + (page.limit() + 1));
    }

    private record Placed<T>(T item, Keyset place) {}
}
