package dev.albumen.application.label;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keeps blocked names in memory. */
public final class InMemoryBlockedLabels implements BlockedLabels {

    private record Key(Optional<UserId> owner, TagName name) {}

    private final InMemoryTable<Key, Instant> blocked;
    private final Predicate<UserId> users;
    private BiConsumer<Optional<UserId>, TagName> whenBlocked = (owner, name) -> {};

    public InMemoryBlockedLabels(InMemoryTransactions transactions, Predicate<UserId> users) {
        this.blocked = transactions.table();
        this.users = users;
    }

    void whenBlocked(BiConsumer<Optional<UserId>, TagName> then) {
        whenBlocked = then;
    }

    boolean blocks(UserId owner, TagName name) {
        return blocked.holds(new Key(Optional.empty(), name)) || blocked.holds(new Key(Optional.of(owner), name));
    }

    @Override
    public Set<TagName> among(UserId owner, Collection<TagName> names) {
        return names.stream().filter(name -> blocks(owner, name)).collect(Collectors.toSet());
    }

    @Override
    public boolean add(Optional<UserId> owner, TagName name, Instant now) {
        Key key = new Key(owner, name);
        if (blocked.holds(key) || !owner.map(users::test).orElse(true)) {
            return false;
        }
        blocked.put(key, now);
        whenBlocked.accept(owner, name);
        return true;
    }

    @Override
    public boolean remove(Optional<UserId> owner, TagName name) {
        return blocked.remove(new Key(owner, name));
    }

    @Override
    public Page<Blocked> list(Optional<UserId> owner, PageRequest page) {
        List<Blocked> sorted = blocked.all().entrySet().stream()
                .filter(row -> row.getKey().owner().equals(owner))
                .map(row -> new Blocked(row.getKey().name(), row.getValue()))
                .sorted(Comparator.comparing(one -> one.name().value()))
                .toList();
        return InMemoryPages.cut(sorted, page, one -> one.name().value());
    }
}
