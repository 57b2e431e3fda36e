package dev.albumen.persistence.shared;

import dev.albumen.application.shared.Keyset;
import dev.albumen.domain.shared.Refusal;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list: by a value where there is one, then by id, both in one direction, so that an index gives the rows
 * after any place as cheaply as the first ones.
 *
 * @param value an SQL expression that is never null; {@code null} for the order of ids alone
 * @param type the value's SQL type
 * @param id the id's column
 */
public record Order(@Nullable String value, String type, String id, boolean descending) {

    public static Order byId(String id, boolean descending) {
        return new Order(null, "", id, descending);
    }

    public static Order by(String value, String type, String id, boolean descending) {
        return new Order(value, type, id, descending);
    }

    /** The column that a page's rows have besides their own, so that a place can be told. */
    public String column() {
        return value == null ? "" : ", CAST(" + value + " AS text) AS order_value";
    }

    /** What follows {@code ORDER BY}. */
    public String by() {
        String direction = descending ? " DESC" : "";
        return value == null ? id + direction : value + direction + ", " + id + direction;
    }

    /** Refuses a place in a list of another order, which a list may have had when the place was told. */
    void requireOwn(Keyset place) {
        if (place.values().size() != (value == null ? 1 : 2)) {
            throw Refusal.invalid("cursor", "bad-cursor", "This list has another order now. Begin again.");
        }
    }

    String after() {
        String compared = descending ? " < " : " > ";
        return value == null
                ? id + compared + "CAST(? AS uuid)"
                : "(" + value + ", " + id + ")" + compared + "(CAST(? AS " + type + "), CAST(? AS uuid))";
    }

    /**
     * Names one row as the place that {@link #fromHere}, {@link #behindHere} and {@link #beforeHere} compare with. What
     * follows is its {@code FROM}.
     */
    public Query here() {
        Query query = new Query().add("WITH here AS (SELECT");
        return (value == null ? query : query.add(value).add("AS value,")).add(id).add("AS id");
    }

    /** Narrows to that row and what follows it. */
    public String fromHere() {
        return "AND " + here(descending ? " <= " : " >= ");
    }

    /** Narrows to what follows that row, in this order. */
    public String behindHere() {
        return "AND " + here(descending ? " < " : " > ") + " ORDER BY " + by();
    }

    /** Narrows to what stands before that row, the nearest first. */
    public String beforeHere() {
        return "AND " + here(descending ? " > " : " < ") + " ORDER BY " + new Order(value, type, id, !descending).by();
    }

    private String here(String compared) {
        return value == null
                ? id + compared + "(SELECT here.id FROM here)"
                : "(" + value + ", " + id + ")" + compared + "((SELECT here.value FROM here), (SELECT here.id FROM here))";
    }

    Keyset place(Row row) throws SQLException {
        String last = row.uuid("id").toString();
        return new Keyset(value == null ? List.of(last) : List.of(row.text("order_value"), last));
    }
}
