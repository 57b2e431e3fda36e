package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Session;
import java.time.InstantSource;

/** Shows the viewer where they are signed in. */
public final class ListSessions {

    private final Sessions sessions;
    private final Transactions transactions;
    private final InstantSource clock;

    public ListSessions(Sessions sessions, Transactions transactions, InstantSource clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    public record Query(PageRequest page) {}

    public Page<Session> handle(Viewer viewer, Query query) {
        UserId id = viewer.member().userId();
        return transactions.read(() -> sessions.of(id, clock.instant(), query.page()));
    }
}
