package dev.albumen.persistence.shared;

import dev.albumen.domain.shared.Refusal;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How Java values travel to PostgreSQL. JSON travels as text and is cast in the statement. */
final class Values {

    private Values() {}

    static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    /** The last guard: whatever gets here should have been refused where it came in. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("", "control-character", "This holds a character that cannot be stored.");
        }
        return text;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case String text -> statement.setString(at, storable(text));
            case UUID id -> statement.setObject(at, id);
            case Instant time -> statement.setObject(at, time.atOffset(ZoneOffset.UTC));
            case Boolean flag -> statement.setBoolean(at, flag);
            case Integer number -> statement.setInt(at, number);
            case Long number -> statement.setLong(at, number);
            case Double number -> statement.setDouble(at, number);
            case BigDecimal number -> statement.setBigDecimal(at, number);
            case byte[] bytes -> statement.setBytes(at, bytes);
            case UUID[] ids -> statement.setArray(at, statement.getConnection().createArrayOf("uuid", ids));
            case String[] texts -> statement.setArray(at, statement.getConnection().createArrayOf("text", texts));
            default -> throw new IllegalArgumentException("cannot bind a " + value.getClass().getName());
        }
    }
}
