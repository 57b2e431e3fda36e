package dev.albumen.application.user;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.ExternalId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps identities in memory, of accounts that a store of accounts knows. */
public final class InMemoryIdentities implements Identities {

    private final Map<ExternalId, Connected> kept = new ConcurrentHashMap<>();
    private final Users users;

    public InMemoryIdentities(Users users) {
        this.users = users;
    }

    @Override
    public Optional<UserId> find(ExternalId id) {
        return Optional.ofNullable(kept.get(id)).map(Connected::user).filter(user -> users.find(user).isPresent());
    }

    @Override
    public boolean add(Connected identity) {
        return kept.putIfAbsent(identity.id(), identity) == null;
    }

    @Override
    public List<Connected> of(UserId user) {
        return kept.values().stream().filter(identity -> identity.user().equals(user)).sorted(Comparator.comparing(Connected::since)).toList();
    }

    @Override
    public boolean remove(UserId user, ExternalId id) {
        return kept.values().removeIf(identity -> identity.user().equals(user) && identity.id().equals(id));
    }
}
