package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;

/** Deletes accounts whose grace is over, with all they hold, and sessions that have ended. */
public final class PurgeClosedAccounts {

    private static final int BATCH = 50;

    private final Users users;
    private final Sessions sessions;
    private final ForeignTokens foreignTokens;
    private final AccountAudit audit;
    private final Transactions transactions;
    private final InstantSource clock;

    public PurgeClosedAccounts(
            Users users, Sessions sessions, ForeignTokens foreignTokens, AccountAudit audit, Transactions transactions, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.foreignTokens = foreignTokens;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns how many accounts are gone. */
    public int handle(Viewer viewer) {
        viewer.requireWorker();
        Instant now = clock.instant();
        transactions.write(() -> sessions.purge(now));
        transactions.write(() -> foreignTokens.purge(now));
        int gone = 0;
        for (int batch = purge(viewer, now); batch > 0; batch = purge(viewer, now)) {
            gone += batch;
        }
        return gone;
    }

    private int purge(Viewer viewer, Instant now) {
        return transactions.write(() -> {
            var due = users.deletionDue(now, BATCH);
            for (User user : due) {
                users.delete(user.id());
                audit.changed(viewer, "user.delete", user.id());
            }
            return due.size();
        });
    }
}
