package dev.albumen.application.user;

import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the superadmin {@code admin} on an instance that has no account yet. */
public final class CreateFirstAdmin {

    private static final String USERNAME = "admin";
    private static final String EMAIL = "admin@localhost";

    private final Users users;
    private final AccountOpening opening;
    private final Tokens tokens;
    private final AccountAudit audit;
    private final Transactions transactions;

    public CreateFirstAdmin(Users users, AccountOpening opening, Tokens tokens, AccountAudit audit, Transactions transactions) {
        this.users = users;
        this.opening = opening;
        this.tokens = tokens;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @param password {@code null} to have one made */
    public record Command(@Nullable String password) {
        @Override
        public String toString() {
            return "CreateFirstAdmin[hidden]";
        }
    }

    /**
     * The account that was made. Prints no password.
     *
     * @param madePassword to be shown this once; {@code null} where it was given
     */
    public record Created(User user, @Nullable String madePassword) {
        @Override
        public String toString() {
            return "Created[" + user.username() + "]";
        }
    }

    /** Empty where there are accounts already. */
    public Optional<Created> handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        if (transactions.read(users::any)) {
            return Optional.empty();
        }
        String made = command.password() == null ? tokens.next() : null;
        String password = made == null ? command.password() : made;
        AccountOpening.Prepared prepared = opening.prepare(new NewAccount(USERNAME, EMAIL, password, null), Role.SUPERADMIN, null);
        return transactions.write(() -> {
            // Another node may have been faster while this one hashed.
            if (users.any()) {
                return Optional.empty();
            }
            prepared.open().run();
            audit.secured(viewer, "user.create-first-admin", prepared.user().id());
            return Optional.of(new Created(prepared.user(), made));
        });
    }
}
