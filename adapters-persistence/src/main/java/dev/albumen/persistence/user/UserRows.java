package dev.albumen.persistence.user;

import dev.albumen.application.user.Users;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;
import java.util.Locale;

/** How accounts stand in their table. */
final class UserRows {

    static final String COLUMNS = """
            id, username, email, display_name, role, quota_bytes, quota_bytes IS NULL AS unlimited, disabled,
            deletion_due_at, password_changed_at, created_at, updated_at, version
            """;

    private UserRows() {}

    static User user(Row row) throws SQLException {
        return new User(new UserId(row.uuid("id")), new Username(row.text("username")), new EmailAddress(row.text("email")),
                row.text("display_name"), Role.valueOf(row.text("role").toUpperCase(Locale.ROOT)),
                row.flag("unlimited") ? null : row.number("quota_bytes"), row.flag("disabled"), row.timeOrNull("deletion_due_at"),
                row.time("password_changed_at"), row.time("created_at"), row.time("updated_at"), row.number("version"));
    }

    static Users.Credentials credentials(Row row) throws SQLException {
        return new Users.Credentials(user(row), new PasswordHash(row.text("password_hash")));
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
