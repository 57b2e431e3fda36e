package dev.albumen.application.notice;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Forgets what was to be told so long ago that nobody wants to be told any more. */
public final class ForgetNotices {

    private final Transactions transactions;
    private final Notices notices;
    private final InstantSource clock;

    public ForgetNotices(Transactions transactions, Notices notices, InstantSource clock) {
        this.transactions = transactions;
        this.notices = notices;
        this.clock = clock;
    }

    /** How many there were. */
    public int handle(Viewer viewer) {
        return transactions.write(() -> notices.forget(clock.instant()));
    }
}
