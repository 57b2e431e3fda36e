package dev.albumen.persistence.user;

import static dev.albumen.persistence.user.UserRows.COLUMNS;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.user.Users;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import dev.albumen.persistence.shared.ConstraintException;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class PostgresUsers implements Users {

    private static final String ADD = """
            INSERT INTO users (id, username, email, display_name, role, quota_bytes, disabled, deletion_due_at,
                               password_changed_at, created_at, updated_at, version, password_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM users WHERE id = ?";
    // Weaker than FOR UPDATE on purpose: rows that only refer to the account need not wait.
    private static final String LOCK = " FOR NO KEY UPDATE";
    private static final String NAMED = "SELECT " + COLUMNS + " FROM users WHERE username = ?";
    private static final String CREDENTIALS = "SELECT password_hash, " + COLUMNS + " FROM users WHERE id = ?";
    private static final String CREDENTIALS_BY_NAME = "SELECT password_hash, " + COLUMNS + " FROM users WHERE username = ?";
    private static final String CREDENTIALS_BY_EMAIL = "SELECT password_hash, " + COLUMNS + " FROM users WHERE email = ?";
    private static final String SAVE = """
            UPDATE users SET email = ?, display_name = ?, role = ?, quota_bytes = ?, disabled = ?, deletion_due_at = ?,
                             password_changed_at = ?, updated_at = ?, version = version + 1
            WHERE id = ? AND version = ?
            RETURNING
            """ + COLUMNS;
    private static final String SET_HASH = "UPDATE users SET password_hash = ? WHERE id = ?";
    private static final String LIST = "SELECT " + COLUMNS + """
            FROM users
            WHERE (CAST(? AS uuid) IS NULL OR id < ?)
              AND (strpos(lower(username), lower(?)) > 0 OR strpos(lower(email), lower(?)) > 0
                   OR strpos(lower(display_name), lower(?)) > 0)
            ORDER BY id DESC LIMIT ?
            """;
    // In one order, so that two who lock them wait for each other instead of dying.
    private static final String LOCK_ACTIVE = """
            SELECT id FROM users WHERE role = ? AND NOT disabled AND deletion_due_at IS NULL ORDER BY id FOR NO KEY UPDATE
            """;
    private static final String ANY = "SELECT EXISTS (SELECT FROM users) AS found";
    private static final String DELETION_DUE = "SELECT " + COLUMNS + """
            FROM users WHERE deletion_due_at <= ? ORDER BY deletion_due_at, id LIMIT ? FOR UPDATE SKIP LOCKED
            """;
    private static final String DELETE = "DELETE FROM users WHERE id = ?";

    private final Sql sql;

    PostgresUsers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(User user, PasswordHash hash) {
        try {
            sql.change(ADD, user.id().value(), user.username().value(), user.email().value(), user.displayName(),
                    UserRows.name(user.role()), user.quotaBytes(), user.disabled(), user.deletionDueAt(), user.passwordChangedAt(),
                    user.createdAt(), user.updatedAt(), user.version(), hash.phc());
        } catch (ConstraintException broken) {
            throw taken(broken);
        }
    }

    @Override
    public Optional<User> find(UserId id) {
        return sql.find(FIND, UserRows::user, id.value());
    }

    @Override
    public Optional<User> lock(UserId id) {
        return sql.find(FIND + LOCK, UserRows::user, id.value());
    }

    @Override
    public Optional<User> named(Username username) {
        return sql.find(NAMED, UserRows::user, username.value());
    }

    @Override
    public Optional<Credentials> credentials(String login) {
        // No username holds an at sign, and every address does.
        return sql.find(login.indexOf('@') < 0 ? CREDENTIALS_BY_NAME : CREDENTIALS_BY_EMAIL, UserRows::credentials, login);
    }

    @Override
    public Optional<Credentials> credentials(UserId id) {
        return sql.find(CREDENTIALS, UserRows::credentials, id.value());
    }

    @Override
    public Optional<Credentials> lockCredentials(UserId id) {
        return sql.find(CREDENTIALS + LOCK, UserRows::credentials, id.value());
    }

    @Override
    public User save(User user) {
        try {
            return sql.find(SAVE, UserRows::user, user.email().value(), user.displayName(), UserRows.name(user.role()),
                            user.quotaBytes(), user.disabled(), user.deletionDueAt(), user.passwordChangedAt(), user.updatedAt(),
                            user.id().value(), user.version())
                    .orElseThrow(LostRaceException::new);
        } catch (ConstraintException broken) {
            throw taken(broken);
        }
    }

    @Override
    public void setHash(UserId id, PasswordHash hash) {
        sql.change(SET_HASH, hash.phc(), id.value());
    }

    @Override
    public Page<User> list(String words, PageRequest page) {
        UUID after = page.after().map(place -> UUID.fromString(place.values().getLast())).orElse(null);
        List<User> rows = sql.list(LIST, UserRows::user, after, after, words, words, words, page.limit() + 1);
        return Page.of(rows, page.limit(), user -> new Keyset(List.of(user.id().toString())));
    }

    @Override
    public int lockActive(Role role) {
        return sql.list(LOCK_ACTIVE, row -> row.uuid("id"), UserRows.name(role)).size();
    }

    @Override
    public boolean any() {
        return sql.one(ANY, row -> row.flag("found"));
    }

    @Override
    public List<User> deletionDue(Instant now, int limit) {
        return sql.list(DELETION_DUE, UserRows::user, now, limit);
    }

    @Override
    public void delete(UserId id) {
        sql.change(DELETE, id.value());
    }

    private static RuntimeException taken(ConstraintException broken) {
        return switch (broken.constraint()) {
            case "users_username" -> new Refusal.Conflict("username-taken", "This username is taken.").thrown();
            case "users_email" -> new Refusal.Conflict("email-taken", "This e-mail address is taken.").thrown();
            default -> broken;
        };
    }
}
