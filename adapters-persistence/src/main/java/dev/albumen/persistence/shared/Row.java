package dev.albumen.persistence.shared;

import dev.albumen.domain.shared.Sha256;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row under a cursor, by column name: a value that must be there, or one that may be missing. */
public final class Row {

    private final ResultSet cursor;

    Row(ResultSet cursor) {
        this.cursor = cursor;
    }

    public UUID uuid(String column) throws SQLException {
        return present(uuidOrNull(column), column);
    }

    public @Nullable UUID uuidOrNull(String column) throws SQLException {
        return cursor.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return present(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return cursor.getString(column);
    }

    public Instant time(String column) throws SQLException {
        return present(timeOrNull(column), column);
    }

    public @Nullable Instant timeOrNull(String column) throws SQLException {
        OffsetDateTime time = cursor.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public @Nullable LocalDate dateOrNull(String column) throws SQLException {
        return cursor.getObject(column, LocalDate.class);
    }

    public boolean flag(String column) throws SQLException {
        return cursor.getBoolean(column);
    }

    public @Nullable Boolean flagOrNull(String column) throws SQLException {
        return cursor.getObject(column, Boolean.class);
    }

    public int integer(String column) throws SQLException {
        return cursor.getInt(column);
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        return cursor.getObject(column, Integer.class);
    }

    public long number(String column) throws SQLException {
        return cursor.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        return cursor.getObject(column, Long.class);
    }

    public @Nullable Double realOrNull(String column) throws SQLException {
        return cursor.getObject(column, Double.class);
    }

    public BigDecimal decimal(String column) throws SQLException {
        return present(cursor.getBigDecimal(column), column);
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) present(cursor.getArray(column), column).getArray());
    }

    public List<UUID> uuids(String column) throws SQLException {
        return List.of((UUID[]) present(cursor.getArray(column), column).getArray());
    }

    /** Empty for no array too. */
    public List<String> textsOrNone(String column) throws SQLException {
        Array array = cursor.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public Sha256 sha256(String column) throws SQLException {
        return new Sha256(HexFormat.of().formatHex(bytes(column)));
    }

    public @Nullable Sha256 sha256OrNull(String column) throws SQLException {
        byte[] hash = cursor.getBytes(column);
        return hash == null ? null : new Sha256(HexFormat.of().formatHex(hash));
    }

    public byte[] bytes(String column) throws SQLException {
        return present(cursor.getBytes(column), column);
    }

    private static <T> T present(@Nullable T value, String column) {
        return Optional.ofNullable(value).orElseThrow(() -> new IllegalStateException("no value in " + column));
    }
}
