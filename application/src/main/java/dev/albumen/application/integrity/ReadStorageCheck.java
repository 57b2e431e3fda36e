package dev.albumen.application.integrity;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.util.Optional;

/** Tells how far the latest check of the storage has come, and what it found. */
public final class ReadStorageCheck {

    private final Transactions transactions;
    private final StorageChecks checks;

    public ReadStorageCheck(Transactions transactions, StorageChecks checks) {
        this.transactions = transactions;
        this.checks = checks;
    }

    public Optional<StorageCheck> handle(Viewer viewer) {
        UserAccess.mayActAs(viewer, Role.SUPERADMIN);
        return transactions.read(checks::latest);
    }
}
