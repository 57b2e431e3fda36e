package dev.albumen.application.user;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Keeps groups in memory. */
public final class InMemoryGroups implements Groups {

    private final InMemoryTable<GroupId, Group> groups;
    private final List<Consumer<GroupId>> hangingOn = new ArrayList<>();
    private BiPredicate<GroupId, UserId> held = (group, user) -> false;

    public InMemoryGroups(InMemoryTransactions transactions) {
        this.groups = transactions.table();
    }

    /** Says what goes with a deleted group. */
    public void whenDeleted(Consumer<GroupId> act) {
        hangingOn.add(act);
    }

    void holding(BiPredicate<GroupId, UserId> members) {
        held = members;
    }

    @Override
    public void add(Group group) {
        groups.put(group.id(), group);
    }

    @Override
    public Optional<Group> find(GroupId id) {
        return groups.find(id);
    }

    @Override
    public Group save(Group group) {
        if (find(group.id()).filter(stored -> stored.version() == group.version()).isEmpty()) {
            throw new LostRaceException();
        }
        Group next = new Group(group.id(), group.ownerId(), group.name(), group.createdAt(), group.updatedAt(), group.version() + 1);
        groups.put(next.id(), next);
        return next;
    }

    @Override
    public void delete(GroupId id) {
        groups.remove(id);
        hangingOn.forEach(act -> act.accept(id));
    }

    @Override
    public int count(UserId owner) {
        return (int) groups.all().values().stream().filter(group -> group.ownerId().equals(owner)).count();
    }

    @Override
    public Page<Group> list(UserId user, PageRequest page) {
        List<Group> seen = groups.all().values().stream()
                .filter(group -> group.ownerId().equals(user) || held.test(group.id(), user))
                .sorted(Comparator.comparing((Group group) -> group.id().toString()).reversed()).toList();
        return InMemoryPages.cut(seen, page, group -> group.id().toString());
    }
}
