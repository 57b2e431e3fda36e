package dev.albumen.application.user;

import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.ReservationId;
import dev.albumen.domain.user.Usage;
import java.util.Optional;

/**
 * How much every user stores, counted in the transaction of each change, so that the count is never wrong. Others who
 * change the same user's count wait until the caller's transaction ends.
 */
public interface StorageQuota {

    /**
     * Counts bytes that the user stores from now on.
     *
     * @param bytes at least 0
     * @return what is counted now
     * @throws RefusedException {@code QuotaExceeded} where they do not fit, {@code NotFound} where there is no such user
     */
    Usage charge(UserId user, long bytes);

    /**
     * Counts bytes that the user no longer stores. A user who is gone is no error.
     *
     * @param bytes at least 0 and at most what was charged
     */
    void release(UserId user, long bytes);

    /**
     * Holds bytes for something that the user is about to store, until they are settled or given up.
     *
     * @param id of a reservation that there has never been
     * @param bytes at least 0
     * @return what is counted now
     * @throws RefusedException as {@link #charge} does
     */
    Usage reserve(UserId user, ReservationId id, long bytes);

    /**
     * Counts what was stored in place of what was held for it, which fits even where the quota has become smaller.
     *
     * @param bytes at least 0 and at most what was reserved; what is over is given back
     * @return what is counted now; empty, with nothing changed, where there is no such reservation any more
     * @throws IllegalArgumentException for more bytes than were reserved
     */
    Optional<Usage> settle(ReservationId id, long bytes);

    /** Gives back what was held. False, with nothing changed, where there is no such reservation any more. */
    boolean giveUp(ReservationId id);

    /**
     * Gives back a part of what was held.
     *
     * @param bytes at least 0
     * @return false, with nothing changed, where so much is not held there
     */
    boolean giveUpPart(ReservationId id, long bytes);

    /** What is counted now; empty where there is no such user. */
    Optional<Usage> usage(UserId user);
}
