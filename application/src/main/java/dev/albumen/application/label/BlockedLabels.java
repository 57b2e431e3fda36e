package dev.albumen.application.label;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Names that no picture is labelled with: of one user's images, or of all (where the owner is empty). */
public interface BlockedLabels {

    /**
     * Blocks a name, and takes it away wherever it is suggested; from the commit on it is suggested nowhere. What was
     * accepted stays, being somebody's own word by now. False where it was blocked already, or there is no such user.
     */
    boolean add(Optional<UserId> owner, TagName name, Instant now);

    /** False where it was not blocked. */
    boolean remove(Optional<UserId> owner, TagName name);

    /**
     * Those of these names that are blocked for an owner's images, by the owner or for all. So it stays until the caller's
     * transaction ends, which asks before it changes labels or tags.
     */
    Set<TagName> among(UserId owner, Collection<TagName> names);

    /** By name. */
    Page<Blocked> list(Optional<UserId> owner, PageRequest page);

    record Blocked(TagName name, Instant since) {}
}
