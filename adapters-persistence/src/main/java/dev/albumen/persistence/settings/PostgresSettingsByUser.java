package dev.albumen.persistence.settings;

import dev.albumen.application.settings.SettingsByUser;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.image.MarkStyleArray;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresSettingsByUser implements SettingsByUser {

    private static final String COLUMNS = "own.user_id, own.version, own.quiet, " + MarkStyleArray.OF_SETTINGS + " AS mark";
    private static final String FIND = "SELECT " + COLUMNS + " FROM user_settings own WHERE own.user_id = ?";
    // The row is made here, so that two who change what was never changed wait for each other.
    private static final String BEGIN = "INSERT INTO user_settings (user_id, version) VALUES (?, 1) ON CONFLICT DO NOTHING";
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String SAVE = """
            UPDATE user_settings own
            SET mark_position = ?, mark_text = ?, mark_opacity = ?, mark_tiled = ?, mark_logo = ?, quiet = ?, version = version + 1
            WHERE user_id = ? AND version = ?
            RETURNING
            """ + COLUMNS;

    private final Sql sql;

    PostgresSettingsByUser(Sql sql) {
        this.sql = sql;
    }

    @Override
    public UserSettings of(UserId user) {
        return sql.find(FIND, PostgresSettingsByUser::read, user.value()).orElseGet(() -> UserSettings.initial(user));
    }

    @Override
    public UserSettings lock(UserId user) {
        sql.requireTransaction();
        sql.change(BEGIN, user.value());
        return sql.one(LOCK, PostgresSettingsByUser::read, user.value());
    }

    @Override
    public UserSettings save(UserSettings settings) {
        Optional<MarkStyle> mark = Optional.ofNullable(settings.watermark());
        return sql.find(SAVE, PostgresSettingsByUser::read,
                        mark.map(style -> style.position().name()).orElse(null), mark.map(MarkStyle::text).orElse(null),
                        mark.map(MarkStyle::opacity).orElse(null), mark.map(MarkStyle::tiled).orElse(null),
                        mark.map(PostgresSettingsByUser::logo).orElse(null), quiet(settings), settings.userId().value(), settings.version())
                .orElseThrow(LostRaceException::new);
    }

    private static String[] quiet(UserSettings settings) {
        return settings.quiet().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).sorted().toArray(String[]::new);
    }

    private static byte @Nullable [] logo(MarkStyle style) {
        return style.logo() == null ? null : HexFormat.of().parseHex(style.logo().hex());
    }

    private static UserSettings read(Row row) throws SQLException {
        return new UserSettings(new UserId(row.uuid("user_id")), MarkStyleArray.read(row.texts("mark")), row.texts("quiet").stream()
                .map(kind -> NoticeKind.valueOf(kind.toUpperCase(Locale.ROOT))).collect(Collectors.toSet()), row.number("version"));
    }
}
