package dev.albumen.application.user;

import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.User;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which account somebody has whom a provider names: the one that their identity belongs to, or a first one. */
public final class IdentityArrival {

    private static final int MOST_TRIES = 3;

    private final SignInSettings settings;
    private final Identities identities;
    private final Users users;
    private final IdentityAccounts accounts;
    private final IdentityStanding standing;
    private final AccountAudit audit;
    private final Transactions transactions;
    private final InstantSource clock;

    public IdentityArrival(
            SignInSettings settings, Identities identities, Users users, IdentityAccounts accounts, IdentityStanding standing,
            AccountAudit audit, Transactions transactions, InstantSource clock) {
        this.settings = settings;
        this.identities = identities;
        this.users = users;
        this.accounts = accounts;
        this.standing = standing;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * With the role and the groups that the provider says.
     *
     * @param connecting whose account the identity is added to; empty for whoever is not signed in
     * @param then what is done for the account in the same transaction
     */
    <T> T signIn(ProvenIdentity identity, Optional<UserId> connecting, Function<User, T> then) {
        return arrive(identity, connecting.orElse(null), user -> then.apply(standing.as(identity, provider(identity), user)));
    }

    /**
     * Role and groups stay as they are, since an access token need not say all that an identity token says; a new account
     * gets what it does say.
     */
    <T> T bring(ProvenIdentity identity, Function<User, T> then) {
        return arrive(identity, null, then);
    }

    private <T> T arrive(ProvenIdentity identity, @Nullable UserId connecting, Function<User, T> then) {
        for (int tries = 1;; tries++) {
            // Hashing is slow, and so happens outside the transaction, where the account is new.
            AccountOpening.Prepared fresh = isNew(identity, connecting) ? accounts.prepare(identity, tries) : null;
            try {
                return transactions.write(() -> then.apply(usable(account(identity, connecting, fresh))));
            } catch (RefusedException refused) {
                if (tries == MOST_TRIES || !mayBePassing(refused.refusal())) {
                    throw refused;
                }
            }
        }
    }

    /** A name that is taken, or, for a moment, the account that another arrival of the same person has just made. */
    private static boolean mayBePassing(Refusal refusal) {
        return refusal instanceof Refusal.Conflict(String code, String detail)
                && Set.of("username-taken", "email-taken", "account-exists").contains(code);
    }

    private boolean isNew(ProvenIdentity identity, @Nullable UserId connecting) {
        if (connecting != null) {
            return false;
        }
        boolean fresh = transactions.read(() -> identities.find(identity.id()).isEmpty() && accounts.matching(identity, provider(identity)).isEmpty());
        if (fresh) {
            accounts.admit(provider(identity));
        }
        return fresh;
    }

    /** Runs again from the start where another arrival of the same identity was faster. */
    private User account(ProvenIdentity identity, @Nullable UserId connecting, AccountOpening.@Nullable Prepared fresh) {
        Optional<UserId> known = identities.find(identity.id());
        if (known.isPresent()) {
            if (connecting != null && !known.get().equals(connecting)) {
                throw new Refusal.Conflict("identity-taken", "This identity belongs to another account.").thrown();
            }
            return locked(known.get());
        }
        if (connecting != null) {
            return connected(identity, locked(connecting));
        }
        Optional<User> matching = accounts.matching(identity, provider(identity));
        if (matching.isPresent()) {
            return connected(identity, locked(matching.get().id()));
        }
        if (fresh == null) {
            throw new Refusal.Stale().thrown(); // the identity was taken off its account in this very moment
        }
        fresh.open().run();
        audit.began(fresh.user(), "user.register");
        return standing.as(identity, provider(identity), connected(identity, fresh.user()));
    }

    private User connected(ProvenIdentity identity, User user) {
        if (!identities.add(new Identities.Connected(identity.id(), user.id(), identity.provider(), clock.instant()))) {
            throw new LostRaceException();
        }
        audit.connected(user, identity.provider());
        return user;
    }

    private User locked(UserId id) {
        return users.lock(id).orElseThrow(LostRaceException::new);
    }

    private static User usable(User user) {
        SignIn.requireActive(user);
        return user;
    }

    private IdentityProvider provider(ProvenIdentity identity) {
        return settings.provider(identity.provider()).orElseThrow();
    }
}
