package dev.albumen.persistence.user;

import dev.albumen.application.user.Identities;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.ExternalId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
final class PostgresIdentities implements Identities {

    private static final String FIND = "SELECT user_id FROM identities WHERE issuer = ? AND subject = ?";
    private static final String ADD = """
            INSERT INTO identities (issuer, subject, user_id, provider, since) VALUES (?, ?, ?, ?, ?) ON CONFLICT (issuer, subject) DO NOTHING
            """;
    private static final String OF = """
            SELECT issuer, subject, user_id, provider, since FROM identities WHERE user_id = ? ORDER BY since, issuer, subject
            """;
    private static final String REMOVE = "DELETE FROM identities WHERE issuer = ? AND subject = ? AND user_id = ?";

    private final Sql sql;

    PostgresIdentities(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<UserId> find(ExternalId id) {
        return sql.find(FIND, row -> new UserId(row.uuid("user_id")), id.issuer(), id.subject());
    }

    @Override
    public boolean add(Connected identity) {
        return sql.change(ADD, identity.id().issuer(), identity.id().subject(), identity.user().value(), identity.provider(),
                identity.since()) == 1;
    }

    @Override
    public List<Connected> of(UserId user) {
        return sql.list(OF, row -> new Connected(new ExternalId(row.text("issuer"), row.text("subject")),
                new UserId(row.uuid("user_id")), row.text("provider"), row.time("since")), user.value());
    }

    @Override
    public boolean remove(UserId user, ExternalId id) {
        return sql.change(REMOVE, id.issuer(), id.subject(), user.value()) == 1;
    }
}
