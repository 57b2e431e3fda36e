package dev.albumen.persistence.label;

import dev.albumen.application.label.LabelBudget;
import dev.albumen.domain.label.CallLimits;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts in a row for each user and day, and one for the instance. The user's row is always taken first. */
@Singleton
final class PostgresLabelBudget implements LabelBudget {

    private static final String ADD = """
            INSERT INTO label_calls AS c (day, owner_id, calls)
            SELECT w.day, w.owner_id, w.calls
            FROM (SELECT CAST(? AS date) AS day, CAST(? AS uuid) AS owner_id, CAST(? AS integer) AS calls) w WHERE w.calls <= ?
            ON CONFLICT (day, owner_id) DO UPDATE SET calls = c.calls + EXCLUDED.calls WHERE c.calls + EXCLUDED.calls <= ?
            """;
    private static final String TAKE_OFF = """
            UPDATE label_calls SET calls = greatest(calls - ?, 0)
            WHERE day = CAST(? AS date) AND owner_id IS NOT DISTINCT FROM CAST(? AS uuid)
            """;
    private static final String SPENT = """
            SELECT coalesce(sum(calls), 0) AS calls FROM label_calls
            WHERE day = CAST(? AS date) AND owner_id IS NOT DISTINCT FROM CAST(? AS uuid)
            """;
    private static final String FORGET = "DELETE FROM label_calls WHERE day < CAST(? AS date)";

    private final Sql sql;

    PostgresLabelBudget(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Reserved reserve(LocalDate day, UserId owner, int calls, CallLimits limits) {
        sql.requireTransaction();
        if (!add(day, owner.value(), calls, limits.perDayAndUser())) {
            return spent(day) + calls > limits.perDay() ? Reserved.NONE : Reserved.NONE_FOR_USER;
        }
        if (!add(day, null, calls, limits.perDay())) {
            takeOff(day, owner.value(), calls);
            return Reserved.NONE;
        }
        return Reserved.ALL;
    }

    @Override
    public void release(LocalDate day, UserId owner, int calls) {
        sql.requireTransaction();
        takeOff(day, owner.value(), calls);
        takeOff(day, null, calls);
    }

    @Override
    public long spent(LocalDate day) {
        return calls(day, null);
    }

    @Override
    public long spent(LocalDate day, UserId owner) {
        return calls(day, owner.value());
    }

    @Override
    public void forget(LocalDate before) {
        sql.change(FORGET, before.toString());
    }

    private boolean add(LocalDate day, @Nullable UUID owner, int calls, int limit) {
        return sql.change(ADD, day.toString(), owner, calls, limit, limit) == 1;
    }

    private void takeOff(LocalDate day, @Nullable UUID owner, int calls) {
        sql.change(TAKE_OFF, calls, day.toString(), owner);
    }

    private long calls(LocalDate day, @Nullable UUID owner) {
        return sql.one(SPENT, row -> row.number("calls"), day.toString(), owner);
    }
}
