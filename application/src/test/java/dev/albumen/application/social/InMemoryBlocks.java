package dev.albumen.application.social;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps blocks in memory. */
public final class InMemoryBlocks implements Blocks {

    private record Key(UserId owner, UserId other) {}

    private final InMemoryTable<Key, Instant> blocked;
    private final Function<UserId, Optional<User>> users;

    public InMemoryBlocks(InMemoryTransactions transactions, Function<UserId, Optional<User>> users) {
        this.blocked = transactions.table();
        this.users = users;
    }

    @Override
    public boolean add(UserId owner, UserId other, Instant now) {
        boolean fresh = !isBlocked(owner, other) && users.apply(other).isPresent();
        if (fresh) {
            blocked.put(new Key(owner, other), now);
        }
        return fresh;
    }

    @Override
    public boolean remove(UserId owner, UserId other) {
        return blocked.remove(new Key(owner, other));
    }

    @Override
    public boolean isBlocked(UserId owner, UserId other) {
        return blocked.holds(new Key(owner, other));
    }

    @Override
    public Page<Blocked> list(UserId owner, PageRequest page) {
        List<Blocked> own = blocked.all().entrySet().stream().filter(row -> row.getKey().owner().equals(owner))
                .map(row -> blocked(users.apply(row.getKey().other()).orElseThrow(), row.getValue()))
                .sorted(Comparator.comparing(one -> one.userId().toString())).toList();
        return InMemoryPages.cut(own, page, one -> one.userId().toString());
    }

    private static Blocked blocked(User user, Instant since) {
        return new Blocked(user.id(), user.username().value(), user.displayName(), since);
    }
}
