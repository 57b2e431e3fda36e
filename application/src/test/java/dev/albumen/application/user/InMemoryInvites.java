package dev.albumen.application.user;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Invite;
import dev.albumen.domain.user.InviteId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps invites in memory. */
public final class InMemoryInvites implements Invites {

    private final Map<Sha256, Invite> kept = new ConcurrentHashMap<>();

    @Override
    public void add(Invite invite, Sha256 code) {
        kept.put(code, invite);
    }

    @Override
    public synchronized boolean use(Sha256 code, UserId by, Instant now) {
        Invite invite = kept.get(code);
        if (invite == null || invite.usedAt() != null || !invite.expiresAt().isAfter(now)) {
            return false;
        }
        kept.put(code, new Invite(invite.id(), invite.createdBy(), invite.createdAt(), invite.expiresAt(), by, now));
        return true;
    }

    @Override
    public Optional<Invite> find(InviteId id) {
        return kept.values().stream().filter(invite -> invite.id().equals(id)).findFirst();
    }

    @Override
    public Page<Invite> list(PageRequest page) {
        List<Invite> rows = kept.values().stream()
                .sorted(Comparator.comparing((Invite invite) -> invite.id().toString()).reversed())
                .filter(invite -> page.after().map(place -> invite.id().toString().compareTo(place.values().getLast()) < 0).orElse(true))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(rows, page.limit(), invite -> new Keyset(List.of(invite.id().toString())));
    }

    @Override
    public boolean delete(InviteId id) {
        return kept.values().removeIf(invite -> invite.id().equals(id));
    }
}
