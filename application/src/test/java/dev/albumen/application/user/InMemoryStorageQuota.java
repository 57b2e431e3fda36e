package dev.albumen.application.user;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Usage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts bytes in memory, for accounts that a store of accounts knows. */
public final class InMemoryStorageQuota implements StorageQuota {

    private final Users users;
    private final Map<UserId, Long> used = new ConcurrentHashMap<>();

    public InMemoryStorageQuota(Users users) {
        this.users = users;
    }

    @Override
    public synchronized void charge(UserId user, long bytes) {
        Usage now = usage(user).orElseThrow(Refusal::notFound);
        if (now.quotaBytes() != null && bytes > now.quotaBytes() - now.usedBytes()) {
            throw new Refusal.QuotaExceeded(Math.max(0, now.quotaBytes() - now.usedBytes())).thrown();
        }
        used.merge(user, bytes, Long::sum);
    }

    @Override
    public void release(UserId user, long bytes) {
        used.computeIfPresent(user, (same, counted) -> counted - bytes);
    }

    @Override
    public Optional<Usage> usage(UserId user) {
        return users.find(user).map(found -> new Usage(found.quotaBytes(), used.getOrDefault(user, 0L), 0));
    }
}
