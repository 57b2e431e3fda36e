package dev.albumen.application.social;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;

/** Whom users want to hear nothing from. */
public interface Blocks {

    /** True where the other was not blocked before. False, and nothing kept, where there is no such user. */
    boolean add(UserId owner, UserId other, Instant now);

    /** True where the other was blocked. */
    boolean remove(UserId owner, UserId other);

    boolean isBlocked(UserId owner, UserId other);

    /** A page of those whom the user has blocked, in the order of their ids. */
    Page<Blocked> list(UserId owner, PageRequest page);

    record Blocked(UserId userId, String username, String displayName, Instant since) {}
}
