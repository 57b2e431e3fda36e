package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that what is counted of everybody's storage equals what there is. A difference is a defect, so it is reported,
 * and set right so that nobody is refused for it.
 */
public final class ReconcileStorage {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileStorage.class);

    private final Transactions transactions;
    private final StorageBooks books;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ReconcileStorage(Transactions transactions, StorageBooks books, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many users' counts were wrong. */
    public int handle(Viewer viewer) {
        viewer.requireWorker();
        List<UserId> wrong = transactions.read(books::wrong);
        return (int) wrong.stream().filter(user -> transactions.write(() -> corrected(user))).count();
    }

    private boolean corrected(UserId user) {
        var correction = books.correct(user);
        correction.ifPresent(made -> {
            LOG.warn("the storage of user {} was counted wrong: {} instead of {}", user, made.counted(), made.found());
            audit.append(new AuditEntry(null, "user.quota-corrected", AuditEntry.Level.WARNING, user.toString(),
                    Map.of(
                            "usedBytesCounted", Long.toString(made.counted().used()),
                            "usedBytes", Long.toString(made.found().used()),
                            "reservedBytesCounted", Long.toString(made.counted().reserved()),
                            "reservedBytes", Long.toString(made.found().reserved())),
                    clock.instant()));
        });
        return correction.isPresent();
    }
}
