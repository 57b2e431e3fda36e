package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.UserAccess;

/** Makes an account on an admin's word, whatever the registration mode. */
public final class CreateUser {

    private final IdentitySettings settings;
    private final AccountOpening opening;
    private final AccountAudit audit;
    private final Transactions transactions;

    public CreateUser(IdentitySettings settings, AccountOpening opening, AccountAudit audit, Transactions transactions) {
        this.settings = settings;
        this.opening = opening;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @param quotaBytes the instance's default where kept, without limit where cleared */
    public record Command(NewAccount account, Role role, Change<Long> quotaBytes) {}

    public User handle(Viewer viewer, Command command) {
        UserAccess.mayGrant(viewer, command.role());
        AccountOpening.Prepared prepared =
                opening.prepare(command.account(), command.role(), command.quotaBytes().orKeep(settings.defaultQuotaBytes(), null));
        return transactions.write(() -> {
            prepared.open().run();
            audit.changed(viewer, "user.create", prepared.user().id());
            return prepared.user();
        });
    }
}
