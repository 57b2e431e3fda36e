package dev.albumen.persistence.user;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.user.Invites;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Invite;
import dev.albumen.domain.user.InviteId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresInvites implements Invites {

    private final InviteTable table;

    PostgresInvites(InviteTable table) {
        this.table = table;
    }

    @Override
    public void add(Invite invite, Sha256 code) {
        table.save(new InviteRow(invite.id().value(), code.hex(), id(invite.createdBy()), invite.createdAt(), invite.expiresAt(),
                id(invite.usedBy()), invite.usedAt()));
    }

    @Override
    public boolean use(Sha256 code, UserId by, Instant now) {
        return table.use(code.hex(), by.value(), now) > 0;
    }

    @Override
    public Optional<Invite> find(InviteId id) {
        return table.findById(id.value()).map(InviteRow::invite);
    }

    @Override
    public Page<Invite> list(PageRequest page) {
        int rows = page.limit() + 1;
        List<InviteRow> found = page.after()
                .map(place -> table.newestAfter(UUID.fromString(place.values().getLast()), rows))
                .orElseGet(() -> table.newest(rows));
        return Page.of(found, page.limit(), row -> new Keyset(List.of(row.id().toString()))).map(InviteRow::invite);
    }

    @Override
    public boolean delete(InviteId id) {
        return table.deleteById(id.value()) > 0;
    }

    private static @Nullable UUID id(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
