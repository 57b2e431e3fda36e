package dev.albumen.application.user;

import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.RegistrationMode;
import dev.albumen.domain.user.User;
import org.jspecify.annotations.Nullable;

/** Makes somebody an account of their own. */
public final class Register {

    private final IdentitySettings settings;
    private final SignInSettings signIn;
    private final AccountOpening opening;
    private final Invites invites;
    private final Throttle throttle;
    private final AccountAudit audit;
    private final Transactions transactions;

    public Register(
            IdentitySettings settings, SignInSettings signIn, AccountOpening opening, Invites invites, Throttle throttle, AccountAudit audit,
            Transactions transactions) {
        this.settings = settings;
        this.signIn = signIn;
        this.opening = opening;
        this.invites = invites;
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * @param inviteCode needed where the instance asks for one
     * @param address whence it is asked
     */
    public record Command(NewAccount account, @Nullable String inviteCode, String address) {
        @Override
        public String toString() {
            return "Register[" + account + "]";
        }
    }

    public User handle(Viewer viewer, Command command) {
        settings.registration().admit();
        signIn.passwords().admit(Role.USER);
        throttle.admit(IdentityLimits.REGISTER_BY_ADDRESS, command.address());
        boolean invited = settings.registration() == RegistrationMode.INVITE;
        if (invited && command.inviteCode() == null) {
            throw refusedCode();
        }
        AccountOpening.Prepared prepared = opening.prepare(command.account(), Role.USER, settings.defaultQuotaBytes());
        User user = prepared.user();
        return transactions.write(() -> {
            // The code before the name: without an invite nobody learns which names are taken.
            if (invited && !invites.use(Sha256.of(command.inviteCode()), user.id(), user.createdAt())) {
                throw refusedCode();
            }
            prepared.open().run();
            audit.began(user, "user.register");
            return user;
        });
    }

    private static RuntimeException refusedCode() {
        return new Refusal.Forbidden("invite-required", "Registration needs an invite code that is valid and unused.").thrown();
    }
}
