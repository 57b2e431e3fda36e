package dev.albumen.application.tag;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts tags into tags, where that can be. */
final class TagPlacing {

    private final TagTree tree;

    TagPlacing(TagTree tree) {
        this.tree = tree;
    }

    /** Refuses where it may not lie there, and has it stay so until the transaction ends. */
    void place(UserId owner, TagName tag, @Nullable TagName parent) {
        tree.lock(owner);
        if (parent != null) {
            List<TagName> path = tree.path(owner, parent);
            if (path.isEmpty()) {
                throw Refusal.invalid("/parent", "unknown-tag", "You have no tag of that name. Make it first.");
            }
            TagPlace.requireFits(tag, path, tree.height(owner, tag));
        }
        tree.place(owner, tag, parent);
    }

    /** Makes sure that what lies in one tag can lie in another that is to take its place, which is not in it then. */
    void prepareMerge(UserId owner, TagName from, TagName into) {
        tree.lock(owner);
        List<TagName> path = tree.path(owner, from);
        if (path.isEmpty() || tree.path(owner, into).isEmpty()) {
            throw Refusal.notFound();
        }
        if (tree.path(owner, into).contains(from)) {
            tree.place(owner, into, path.size() == 1 ? null : path.get(path.size() - 2));
        }
        int below = tree.height(owner, from) - 1;
        if (below > 0) {
            TagPlace.requireFits(from, tree.path(owner, into), below);
        }
    }
}
