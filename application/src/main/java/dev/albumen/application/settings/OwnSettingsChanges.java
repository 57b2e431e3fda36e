package dev.albumen.application.settings;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes the viewer's own settings, whatever of them. */
final class OwnSettingsChanges {

    private final SettingsByUser settings;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final InstantSource clock;

    OwnSettingsChanges(SettingsByUser settings, AuditTrail audit, Transactions transactions, InstantSource clock) {
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Refuses early what {@link #make} would refuse. */
    void requireVersion(Viewer viewer, Optional<Long> expected) {
        UserId id = viewer.member().userId();
        Stale.unless(expected, transactions.read(() -> settings.of(id)).version());
    }

    /**
     * Nothing is kept, and nothing noted down, where the change changes nothing.
     *
     * @param expected the version that the change is based on; empty for any
     * @param change called in the transaction
     */
    UserSettings make(Viewer viewer, String action, Optional<Long> expected, UnaryOperator<UserSettings> change) {
        return transactions.write(() -> {
            UserSettings before = settings.lock(viewer.member().userId());
            Stale.unless(expected, before.version());
            UserSettings after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            UserSettings saved = settings.save(after);
            audit.append(AuditEntry.by(viewer, action, before.userId(), clock.instant()));
            return saved;
        });
    }
}
