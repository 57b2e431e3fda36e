package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;

/** Signs the viewer out everywhere but here. */
public final class EndOtherSessions {

    private final Sessions sessions;
    private final AccountAudit audit;
    private final Transactions transactions;

    public EndOtherSessions(Sessions sessions, AccountAudit audit, Transactions transactions) {
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    public void handle(Viewer viewer) {
        Viewer.Member member = viewer.member();
        transactions.writing(() -> {
            sessions.endOthers(member.userId(), member.sessionId());
            audit.changed(viewer, "session.end-others", member.sessionId());
        });
    }
}
