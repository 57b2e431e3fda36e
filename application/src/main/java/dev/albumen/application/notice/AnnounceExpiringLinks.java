package dev.albumen.application.notice;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Notes down which links end soon, for their owners to be told. */
public final class AnnounceExpiringLinks {

    static final Duration AHEAD = Duration.ofDays(1);

    private final Transactions transactions;
    private final Notices notices;
    private final InstantSource clock;

    public AnnounceExpiringLinks(Transactions transactions, Notices notices, InstantSource clock) {
        this.transactions = transactions;
        this.notices = notices;
        this.clock = clock;
    }

    /** How many links there were that nobody had been told of. */
    public int handle(Viewer viewer) {
        Instant now = clock.instant();
        return transactions.write(() -> notices.addExpiring(now, now.plus(AHEAD)));
    }
}
