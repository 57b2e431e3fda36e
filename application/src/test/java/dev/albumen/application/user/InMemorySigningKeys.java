package dev.albumen.application.user;

import dev.albumen.domain.user.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps signing keys in memory, the newest first. */
public final class InMemorySigningKeys implements SigningKeys {

    private final List<SigningKey> kept = new CopyOnWriteArrayList<>();

    @Override
    public Optional<SigningKey> current() {
        return kept.stream().filter(key -> key.retiredAt() == null).findFirst();
    }

    @Override
    public List<SigningKey> since(Instant retiredAfter) {
        return kept.stream().filter(key -> key.retiredAt() == null || key.retiredAt().isAfter(retiredAfter)).toList();
    }

    @Override
    public synchronized void addFirst(SigningKey key) {
        if (current().isEmpty()) {
            kept.addFirst(key);
        }
    }

    @Override
    public synchronized void replaceCurrent(SigningKey next, Instant now) {
        kept.replaceAll(key -> key.retiredAt() == null
                ? new SigningKey(key.kid(), key.publicKey(), key.privateKey(), key.createdAt(), now)
                : key);
        kept.addFirst(next);
    }
}
