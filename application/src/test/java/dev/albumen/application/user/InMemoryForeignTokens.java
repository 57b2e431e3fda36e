package dev.albumen.application.user;

import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps foreign tokens in memory. */
public final class InMemoryForeignTokens implements ForeignTokens {

    private record Kept(SessionId session, Instant expiresAt) {}

    private final Map<Sha256, Kept> tokens = new ConcurrentHashMap<>();

    @Override
    public Optional<SessionId> session(Sha256 token) {
        return Optional.ofNullable(tokens.get(token)).map(Kept::session);
    }

    @Override
    public boolean add(Sha256 token, SessionId session, Instant expiresAt) {
        return tokens.putIfAbsent(token, new Kept(session, expiresAt)) == null;
    }

    @Override
    public int purge(Instant now) {
        List<Sha256> over = tokens.entrySet().stream().filter(kept -> !kept.getValue().expiresAt().isAfter(now)).map(Map.Entry::getKey).toList();
        over.forEach(tokens::remove);
        return over.size();
    }
}
