package dev.albumen.application.user;

import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Usage;
import java.util.Optional;

/** How much every user stores, counted in the transaction of each change, so that the count is never wrong. */
public interface StorageQuota {

    /**
     * Counts bytes that the user stores from now on. Others who charge or release the same user wait until the caller's
     * transaction ends.
     *
     * @param bytes at least 0
     * @throws RefusedException {@code QuotaExceeded} where they do not fit, {@code NotFound} where there is no such user
     */
    void charge(UserId user, long bytes);

    /**
     * Counts bytes that the user no longer stores. A user who is gone is no error.
     *
     * @param bytes at least 0 and at most what was charged
     */
    void release(UserId user, long bytes);

    /** What is counted now; empty where there is no such user. */
    Optional<Usage> usage(UserId user);
}
