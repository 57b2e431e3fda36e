package dev.albumen.application.tag;

import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows tags up and down, in memory. */
public final class InMemoryTagTree implements TagTree {

    private final InMemoryTransactions transactions;
    private final InMemoryTags tags;

    public InMemoryTagTree(InMemoryTransactions transactions, InMemoryTags tags) {
        this.transactions = transactions;
        this.tags = tags;
    }

    @Override
    public void lock(UserId owner) {
        transactions.requireWriting();
    }

    @Override
    public List<TagName> path(UserId owner, TagName tag) {
        Deque<TagName> path = new ArrayDeque<>();
        for (Optional<TagName> at = Optional.of(tag).filter(tags.of(owner)::contains); at.isPresent(); at = tags.parent(owner, at.get())) {
            path.addFirst(at.get());
        }
        return List.copyOf(path);
    }

    @Override
    public int height(UserId owner, TagName tag) {
        return tags.of(owner).contains(tag)
                ? 1 + tags.children(owner, tag).stream().mapToInt(child -> height(owner, child)).max().orElse(0) : 0;
    }

    @Override
    public void place(UserId owner, TagName tag, @Nullable TagName parent) {
        tags.place(owner, tag, parent);
    }
}
