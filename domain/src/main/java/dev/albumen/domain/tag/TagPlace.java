package dev.albumen.domain.tag;

import dev.albumen.domain.shared.Refusal;
import java.util.List;

/** Where a tag may lie: in one other tag at most, without rings, and not too deep. */
public final class TagPlace {

    /** How many levels there may be of tags in tags, the top one included. */
    public static final int MAX_LEVELS = 8;

    private TagPlace() {}

    /** Whether {@link #requireFits} lets it pass. */
    public static boolean fits(TagName tag, List<TagName> path, int height) {
        return !path.contains(tag) && path.size() + height <= MAX_LEVELS;
    }

    /**
     * Refuses to lie in a tag where that cannot be.
     *
     * @param path from the top down to the tag that is to hold it, which is last
     * @param height the levels from the tag down, itself included
     */
    public static void requireFits(TagName tag, List<TagName> path, int height) {
        if (path.contains(tag)) {
            throw new Refusal.Conflict("tag-in-itself", "A tag cannot lie in itself, or in one that it holds.").thrown();
        }
        if (!fits(tag, path, height)) {
            throw new Refusal.Conflict("tags-too-deep", "Tags may lie in each other " + MAX_LEVELS + " levels deep.").thrown();
        }
    }
}
