package dev.albumen.application.label;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import java.util.UUID;

/** Tells how far a labelling of many images has come. */
public final class ReadLabeling {

    private final Transactions transactions;
    private final LabelRunAccess access;

    ReadLabeling(Transactions transactions, LabelRunAccess access) {
        this.transactions = transactions;
        this.access = access;
    }

    public record Query(UUID id) {}

    public LabelRun handle(Viewer viewer, Query query) {
        return transactions.read(() -> access.require(viewer, query.id()));
    }
}
