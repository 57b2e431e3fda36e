package dev.albumen.persistence.user;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.user.Sessions;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Session;
import dev.albumen.persistence.shared.JointLookup;
import dev.albumen.persistence.shared.KeptFinds;
import dev.albumen.persistence.shared.Lookups;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class PostgresSessions implements Sessions {

    private static final String MEMBERS = "SELECT s.id, s.user_id, u.role, s.expires_at" + KeptFinds.STATE + """
            FROM sessions s JOIN users u ON u.id = s.user_id
            WHERE s.id = ANY (?) AND NOT u.disabled AND u.deletion_due_at IS NULL
            """;
    private static final String ADD =
            "INSERT INTO sessions (id, user_id, client, created_at, renewed_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String ADD_TOKEN = "INSERT INTO refresh_tokens (hash, session_id) VALUES (?, ?)";
    // Two statements: the second sees what the one before us in the queue has done to the token.
    private static final String LOCK = """
            SELECT s.id FROM sessions s
            WHERE s.id = (SELECT session_id FROM refresh_tokens WHERE hash = ?)
            FOR NO KEY UPDATE
            """;
    private static final String REDEEM = """
            SELECT s.id, s.user_id, s.client, s.created_at, s.renewed_at, s.expires_at, t.spent
            FROM refresh_tokens t
            JOIN sessions s ON s.id = t.session_id
            JOIN users u ON u.id = s.user_id
            WHERE t.hash = ? AND s.expires_at > ? AND NOT u.disabled AND u.deletion_due_at IS NULL
            """;
    private static final String SPEND = "UPDATE refresh_tokens SET spent = true WHERE hash = ?";
    private static final String RENEW = "UPDATE sessions SET renewed_at = ?, expires_at = ? WHERE id = ?";
    private static final String LIST = """
            SELECT id, user_id, client, created_at, renewed_at, expires_at
            FROM sessions
            WHERE user_id = ? AND expires_at > ? AND (CAST(? AS uuid) IS NULL OR id < ?)
            ORDER BY id DESC LIMIT ?
            """;
    private static final String END = "DELETE FROM sessions WHERE user_id = ? AND id = ?";
    private static final String END_ALL = "DELETE FROM sessions WHERE user_id = ?";
    private static final String END_OTHERS = "DELETE FROM sessions WHERE user_id = ? AND id <> ?";
    private static final String PURGE = "DELETE FROM sessions WHERE expires_at <= ?";

    /** Asked with every request of everybody who is signed in, so callers share statements. */
    private final JointLookup<SessionId, Living> members;
    private final Sql sql;

    private record Living(Viewer.Member member, Instant expiresAt) {}

    PostgresSessions(Sql sql, Lookups lookups) {
        this.members = lookups.joint("session", this::members);
        this.sql = sql;
    }

    @Override
    public Optional<Viewer.Member> member(SessionId id, Instant now) {
        return members.find(id).filter(living -> living.expiresAt().isAfter(now)).map(Living::member);
    }

    private void members(Sql own, List<SessionId> asked, KeptFinds.Sighting<SessionId, Living> sighting) {
        own.list(MEMBERS, row -> {
            SessionId id = new SessionId(row.uuid("id"));
            Viewer.Member member = new Viewer.Member(new UserId(row.uuid("user_id")), role(row), id);
            return sighting.add(row, id, new Living(member, row.time("expires_at")));
        }, (Object) asked.stream().map(SessionId::value).toArray(UUID[]::new));
    }

    @PreDestroy
    void close() {
        members.close();
    }

    @Override
    public void add(Session session, Sha256 token) {
        sql.change(ADD, session.id().value(), session.userId().value(), session.client(), session.createdAt(), session.renewedAt(),
                session.expiresAt());
        sql.change(ADD_TOKEN, token.hex(), session.id().value());
    }

    @Override
    public Optional<Redeemed> redeem(Sha256 token, Instant now) {
        sql.find(LOCK, row -> row.uuid("id"), token.hex());
        return sql.find(REDEEM, row -> new Redeemed(session(row), row.flag("spent")), token.hex(), now);
    }

    @Override
    public void renew(Session renewed, Sha256 spent, Sha256 next) {
        sql.change(SPEND, spent.hex());
        sql.change(RENEW, renewed.renewedAt(), renewed.expiresAt(), renewed.id().value());
        sql.change(ADD_TOKEN, next.hex(), renewed.id().value());
    }

    @Override
    public Page<Session> of(UserId user, Instant now, PageRequest page) {
        UUID after = page.after().map(place -> UUID.fromString(place.values().getLast())).orElse(null);
        List<Session> rows = sql.list(LIST, PostgresSessions::session, user.value(), now, after, after, page.limit() + 1);
        return Page.of(rows, page.limit(), session -> new Keyset(List.of(session.id().toString())));
    }

    @Override
    public boolean end(UserId user, SessionId id) {
        return sql.change(END, user.value(), id.value()) > 0;
    }

    @Override
    public void endAll(UserId user) {
        sql.change(END_ALL, user.value());
    }

    @Override
    public void endOthers(UserId user, SessionId kept) {
        sql.change(END_OTHERS, user.value(), kept.value());
    }

    @Override
    public int purge(Instant now) {
        return sql.change(PURGE, now);
    }

    private static Session session(Row row) throws SQLException {
        return new Session(new SessionId(row.uuid("id")), new UserId(row.uuid("user_id")), row.textOrNull("client"),
                row.time("created_at"), row.time("renewed_at"), row.time("expires_at"));
    }

    private static Role role(Row row) throws SQLException {
        return Role.valueOf(row.text("role").toUpperCase(Locale.ROOT));
    }
}
