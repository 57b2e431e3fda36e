package dev.albumen.application.notice;

import dev.albumen.domain.share.RecipientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be told by mail. Notices to owners are made by the changes that they tell of, in the same transaction, and go
 * with their link. Those that nobody has sent for some days are forgotten, as where no mails are sent at all.
 */
public interface Notices {

    int TRIES = 6;

    /** How long one that was taken waits for its next try, which grows fourfold with each. Longer than a mail may take. */
    Duration FIRST_PAUSE = Duration.ofMinutes(2);

    /** For how long one is kept that was not sent. */
    Duration KEPT = Duration.ofDays(3);

    /** For how long one is kept that was given up. */
    Duration KEPT_ASIDE = Duration.ofDays(30);

    /** Has a recipient sent their address. In a transaction. */
    void invite(RecipientId recipient, Instant now);

    /** Notes down, once for each end of each link, that it comes before that time. How many do. In a transaction. */
    int addExpiring(Instant now, Instant before);

    /** Takes the one that is due first, if one is, which nobody else does until its next try is due. In a transaction. */
    Optional<Notice> take(Instant now);

    /** Forgets one that was sent, or that is not to be. */
    void done(UUID id);

    /** Lays one aside that was given up: nobody takes it, unless it is resumed. */
    void layAside(UUID id, Instant now);

    /** Has one sent that was laid aside, with all its tries. Nothing where it is gone. */
    void resume(UUID id, Instant now);

    /** Forgets those that were kept long enough. How many there were. */
    int forget(Instant now);
}
