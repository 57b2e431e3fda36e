package dev.albumen.application.user;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.ReservationId;
import dev.albumen.domain.user.Usage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts bytes in memory, for accounts that a store of accounts knows. What fails takes nothing back. */
public final class InMemoryStorageQuota implements StorageQuota {

    private record Held(UserId user, long bytes) {}

    private final Users users;
    private final Map<UserId, Long> used = new HashMap<>();
    private final Map<ReservationId, Held> held = new HashMap<>();
    /** What is counted as reserved besides what is. */
    private final Map<UserId, Long> miscounted = new HashMap<>();

    public InMemoryStorageQuota(Users users) {
        this.users = users;
    }

    @Override
    public synchronized Usage charge(UserId user, long bytes) {
        usage(user).orElseThrow(Refusal::notFound).requireRoom(bytes);
        used.merge(user, bytes, Long::sum);
        return usage(user).orElseThrow();
    }

    @Override
    public synchronized void release(UserId user, long bytes) {
        used.computeIfPresent(user, (same, counted) -> counted - bytes);
    }

    @Override
    public synchronized Usage reserve(UserId user, ReservationId id, long bytes) {
        usage(user).orElseThrow(Refusal::notFound).requireRoom(bytes);
        held.put(id, new Held(user, bytes));
        return usage(user).orElseThrow();
    }

    @Override
    public synchronized Optional<Usage> settle(ReservationId id, long bytes) {
        Held reserved = held.get(id);
        if (reserved == null) {
            return Optional.empty();
        }
        if (bytes > reserved.bytes()) {
            throw new IllegalArgumentException("more than was reserved");
        }
        held.remove(id);
        used.merge(reserved.user(), bytes, Long::sum);
        return usage(reserved.user());
    }

    @Override
    public synchronized boolean giveUp(ReservationId id) {
        return settle(id, 0).isPresent();
    }

    @Override
    public synchronized boolean giveUpPart(ReservationId id, long bytes) {
        Held reserved = held.get(id);
        if (reserved == null || reserved.bytes() < bytes) {
            return false;
        }
        held.put(id, new Held(reserved.user(), reserved.bytes() - bytes));
        return true;
    }

    @Override
    public synchronized Optional<Usage> usage(UserId user) {
        long reserved = reserved(user) + miscounted.getOrDefault(user, 0L);
        return users.find(user).map(found -> new Usage(found.quotaBytes(), used.getOrDefault(user, 0L), reserved));
    }

    /** The sum of a user's reservations, whatever is counted. */
    public synchronized long reserved(UserId user) {
        return held.values().stream().filter(one -> one.user().equals(user)).mapToLong(Held::bytes).sum();
    }

    /** Makes the count wrong by so much, or right again. */
    public synchronized void miscount(UserId user, long usedBytes, long reservedBytes) {
        used.merge(user, usedBytes, Long::sum);
        miscounted.merge(user, reservedBytes, Long::sum);
    }
}
