package dev.albumen.application.integrity;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.util.List;
import java.util.Optional;

/** Names the images whose blobs the latest check found at fault. */
public final class ListStorageDefects {

    private final Transactions transactions;
    private final StorageChecks checks;

    public ListStorageDefects(Transactions transactions, StorageChecks checks) {
        this.transactions = transactions;
        this.checks = checks;
    }

    public record Query(PageRequest page) {}

    public Page<StorageDefect> handle(Viewer viewer, Query query) {
        UserAccess.mayActAs(viewer, Role.SUPERADMIN);
        return transactions.read(() -> checks.latest().map(check -> checks.defects(check.id(), query.page()))
                .orElseGet(() -> new Page<>(List.of(), Optional.empty())));
    }
}
