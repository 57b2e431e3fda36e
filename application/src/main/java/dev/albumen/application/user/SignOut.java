package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;

/** Ends the viewer's session, with every token it gave. */
public final class SignOut {

    private final Sessions sessions;
    private final AccountAudit audit;
    private final Transactions transactions;

    public SignOut(Sessions sessions, AccountAudit audit, Transactions transactions) {
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    public void handle(Viewer viewer) {
        Viewer.Member member = viewer.member();
        transactions.writing(() -> {
            if (sessions.end(member.userId(), member.sessionId())) {
                audit.changed(viewer, "session.end", member.sessionId());
            }
        });
    }
}
