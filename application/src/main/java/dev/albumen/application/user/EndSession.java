package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;

/** Signs one of the viewer's programs out. */
public final class EndSession {

    private final Sessions sessions;
    private final AccountAudit audit;
    private final Transactions transactions;

    public EndSession(Sessions sessions, AccountAudit audit, Transactions transactions) {
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    public record Command(SessionId session) {}

    public void handle(Viewer viewer, Command command) {
        UserId id = viewer.member().userId();
        transactions.writing(() -> {
            if (!sessions.end(id, command.session())) {
                throw Refusal.notFound();
            }
            audit.changed(viewer, "session.end", command.session());
        });
    }
}
