package dev.albumen.application.tag;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an owner's tags lie in each other. */
public interface TagTree {

    /** Has all other changes of the owner's tree wait until this transaction ends. */
    void lock(UserId owner);

    /** From the top down to the tag, which is last; empty where the owner has no such tag. */
    List<TagName> path(UserId owner, TagName tag);

    /** How many levels there are from the tag down, itself included; 0 where the owner has no such tag. */
    int height(UserId owner, TagName tag);

    /**
     * Puts a tag into another of the owner's, with all that lies in it. Both are there, and the caller has seen that it
     * {@linkplain dev.albumen.domain.tag.TagPlace#requireFits fits}.
     *
     * @param parent {@code null} for the top
     */
    void place(UserId owner, TagName tag, @Nullable TagName parent);
}
