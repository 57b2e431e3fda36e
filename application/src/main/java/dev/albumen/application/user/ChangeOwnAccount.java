package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.User;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Changes what people may change of their own account. */
public final class ChangeOwnAccount {

    private final Users users;
    private final AccountAudit audit;
    private final Transactions transactions;
    private final InstantSource clock;

    public ChangeOwnAccount(Users users, AccountAudit audit, Transactions transactions, InstantSource clock) {
        this.users = users;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param expectedVersion refuses where the account has another one by now; {@code null} for any */
    public record Command(Change<String> email, Change<String> displayName, @Nullable Long expectedVersion) {}

    public User handle(Viewer viewer, Command command) {
        UserId id = viewer.member().userId();
        User.Patch patch = User.Patch.own(EmailAddress.of("/email", command.email()), command.displayName());
        return transactions.write(() -> {
            User before = users.lock(id).orElseThrow(Refusal::notFound);
            before.requireVersion(command.expectedVersion());
            User saved = users.save(before.changed(patch, clock.instant()));
            audit.changed(viewer, "user.change", id);
            return saved;
        });
    }
}
