package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Takes an identity off the viewer's account, and ends what it may have opened: every session but the one that asks. */
public final class RemoveIdentity {

    private final Identities identities;
    private final Sessions sessions;
    private final AccountAudit audit;
    private final Transactions transactions;

    public RemoveIdentity(Identities identities, Sessions sessions, AccountAudit audit, Transactions transactions) {
        this.identities = identities;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @param mark as {@link dev.albumen.domain.user.ExternalId#mark} says */
    public record Command(String mark) {}

    public void handle(Viewer viewer, Command command) {
        Viewer.Member member = viewer.member();
        transactions.writing(() -> {
            Identities.Connected found = identities.of(member.userId()).stream()
                    .filter(identity -> identity.id().mark().equals(command.mark())).findFirst().orElseThrow(Refusal::notFound);
            if (!identities.remove(member.userId(), found.id())) {
                throw Refusal.notFound();
            }
            sessions.endOthers(member.userId(), member.sessionId());
            audit.secured(viewer, "user.remove-identity", member.userId());
        });
    }
}
