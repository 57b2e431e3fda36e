package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;

/** Lists by which identities the viewer can sign in. */
public final class ListIdentities {

    private final Identities identities;
    private final Transactions transactions;

    public ListIdentities(Identities identities, Transactions transactions) {
        this.identities = identities;
        this.transactions = transactions;
    }

    /** The oldest first. */
    public List<Identities.Connected> handle(Viewer viewer) {
        UserId user = viewer.member().userId();
        return transactions.read(() -> identities.of(user));
    }
}
