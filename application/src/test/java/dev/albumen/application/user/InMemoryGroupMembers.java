package dev.albumen.application.user;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps who is in which group in memory. */
public final class InMemoryGroupMembers implements GroupMembers {

    private record Key(GroupId group, UserId user) {}

    private final InMemoryTable<Key, Instant> members;
    private final Function<UserId, Optional<User>> users;

    public InMemoryGroupMembers(InMemoryTransactions transactions, InMemoryGroups groups, Function<UserId, Optional<User>> users) {
        this.members = transactions.table();
        this.users = users;
        groups.holding(this::holds);
        groups.whenDeleted(gone -> members.removeIf((key, since) -> key.group().equals(gone)));
    }

    @Override
    public boolean put(GroupId group, UserId user, Instant now) {
        if (users.apply(user).isEmpty()) {
            return false;
        }
        Key key = new Key(group, user);
        members.put(key, members.find(key).orElse(now));
        return true;
    }

    @Override
    public boolean remove(GroupId group, UserId user) {
        return members.remove(new Key(group, user));
    }

    @Override
    public boolean holds(GroupId group, UserId user) {
        return members.holds(new Key(group, user));
    }

    @Override
    public int count(GroupId group) {
        return all(group).size();
    }

    @Override
    public Page<Membership> list(GroupId group, PageRequest page) {
        return InMemoryPages.cut(all(group), page, member -> member.userId().toString());
    }

    /** Everybody who is in the group. */
    public List<Membership> all(GroupId group) {
        return members.all().entrySet().stream().filter(row -> row.getKey().group().equals(group))
                .map(row -> membership(users.apply(row.getKey().user()).orElseThrow(), row.getValue()))
                .sorted(Comparator.comparing(member -> member.userId().toString())).toList();
    }

    private static Membership membership(User user, Instant since) {
        return new Membership(user.id(), user.username().value(), user.displayName(), since);
    }
}
