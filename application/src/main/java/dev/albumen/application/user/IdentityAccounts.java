package dev.albumen.application.user;

import dev.albumen.application.shared.Tokens;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.user.RegistrationMode;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds or makes accounts for people whose identity no account has yet. */
public final class IdentityAccounts {

    /** No mail goes there (RFC 2606). */
    private static final String NOWHERE = ".invalid";
    private static final int MAX_NAME = 48;
    private static final int MAX_DISPLAY_NAME = 100;

    private final IdentitySettings settings;
    private final Users users;
    private final AccountOpening opening;
    private final Tokens tokens;

    public IdentityAccounts(IdentitySettings settings, Users users, AccountOpening opening, Tokens tokens) {
        this.settings = settings;
        this.users = users;
        this.opening = opening;
        this.tokens = tokens;
    }

    /** Refuses where the provider makes no accounts. */
    void admit(IdentityProvider provider) {
        boolean makes = switch (provider.newAccounts()) {
            case ALWAYS -> true;
            case REGISTRATION -> settings.registration() == RegistrationMode.OPEN;
            case NEVER -> false;
        };
        if (!makes) {
            throw new Refusal.Forbidden("account-required",
                    "Nobody here has this identity. Whoever has an account can add it, and admins make accounts.").thrown();
        }
    }

    /**
     * The account with the person's address, where the provider may be believed so far. Inside a transaction.
     *
     * @throws RefusedException {@code Conflict} where there is one with too much power to be got that way
     */
    Optional<User> matching(ProvenIdentity identity, IdentityProvider provider) {
        if (provider.emailLinking() == IdentityProvider.EmailLinking.NEVER) {
            return Optional.empty();
        }
        Optional<User> owner = owner(identity);
        if (owner.filter(user -> user.role() != Role.USER).isPresent()) {
            throw exists();
        }
        return owner;
    }

    private Optional<User> owner(ProvenIdentity identity) {
        return Optional.ofNullable(identity.email()).flatMap(email -> users.credentials(email.value())).map(Users.Credentials::user);
    }

    /** Whether the person's address can be that of a new account. Inside a transaction. */
    boolean isFree(ProvenIdentity identity) {
        return identity.email() != null && owner(identity).isEmpty();
    }

    static RefusedException exists() {
        return new Refusal.Conflict("account-exists",
                "An account has this e-mail address. Sign in to it, and add this identity from there.").thrown();
    }

    /**
     * A new account, to be added inside a transaction. Its password is known to nobody.
     *
     * @param own whether with the person's address. Whoever has it already may not be its owner, and keeps nobody out by it: the
     *     account gets an address that is nobody's
     * @param attempt 1 for the name that the person would have, more where that is taken
     */
    AccountOpening.Prepared prepare(ProvenIdentity identity, boolean own, int attempt) {
        String mark = identity.id().mark().substring(0, 8 * attempt);
        String name = attempt == 1 ? wished(identity, mark) : cut(wished(identity, mark)) + "-" + mark;
        String email = own && identity.email() != null ? identity.email().value() : mark + "@" + identity.provider() + NOWHERE;
        return opening.prepare(new NewAccount(name, email, tokens.next(), shown(identity)), Role.USER, settings.defaultQuotaBytes());
    }

    private static String wished(ProvenIdentity identity, String mark) {
        String said = identity.name() != null ? identity.name() : identity.email() != null ? identity.email().localPart() : "";
        int at = said.indexOf('@');
        String name = Username.normalised(at < 0 ? said : said.substring(0, at)).replaceAll("[^a-z0-9._-]+", "-");
        String short48 = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        return Username.violations("", short48).isEmpty() ? short48 : "user-" + mark;
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), MAX_NAME - 16));
    }

    /** What could not be a name is left out, and the account's name stands for it. */
    private static @Nullable String shown(ProvenIdentity identity) {
        String said = identity.displayName() == null ? "" : identity.displayName().replaceAll("\\p{C}+", " ").strip();
        String fits = said.codePointCount(0, said.length()) > MAX_DISPLAY_NAME
                ? said.substring(0, said.offsetByCodePoints(0, MAX_DISPLAY_NAME)).strip() : said;
        return fits.isEmpty() ? null : fits;
    }
}
