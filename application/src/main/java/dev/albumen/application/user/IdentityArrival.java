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
    private final AccountTaking taking;
    private final IdentityStanding standing;
    private final AccountAudit audit;
    private final Transactions transactions;
    private final InstantSource clock;

    public IdentityArrival(
            SignInSettings settings, Identities identities, Users users, IdentityAccounts accounts, AccountTaking taking,
            IdentityStanding standing, AccountAudit audit, Transactions transactions, InstantSource clock) {
        this.settings = settings;
        this.identities = identities;
        this.users = users;
        this.accounts = accounts;
        this.taking = taking;
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
            Ahead ahead = connecting == null ? ahead(identity, tries) : Ahead.NOTHING;
            try {
                return transactions.write(() -> then.apply(usable(account(identity, connecting, ahead))));
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

    /**
     * What is hashed outside the transaction, because that is slow.
     *
     * @param fresh an account for whoever is new here
     * @param unknown the password of an account that changes hands
     */
    private record Ahead(AccountOpening.@Nullable Prepared fresh, PasswordReplacing.@Nullable Prepared unknown) {
        static final Ahead NOTHING = new Ahead(null, null);
    }

    private Ahead ahead(ProvenIdentity identity, int tries) {
        if (transactions.read(() -> identities.find(identity.id())).isPresent()) {
            return Ahead.NOTHING;
        }
        Optional<User> matching = transactions.read(() -> accounts.matching(identity, provider(identity)));
        if (matching.isPresent()) {
            return new Ahead(null, taking.prepare(matching.get()));
        }
        accounts.admit(provider(identity));
        return new Ahead(accounts.prepare(identity, transactions.read(() -> accounts.isFree(identity)), tries), null);
    }

    /** Runs again from the start where another arrival of the same identity was faster. */
    private User account(ProvenIdentity identity, @Nullable UserId connecting, Ahead ahead) {
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
            return connected(identity, taken(identity, locked(matching.get().id()), ahead.unknown()));
        }
        if (ahead.fresh() == null) {
            throw new Refusal.Stale().thrown(); // the identity was taken off its account in this very moment
        }
        ahead.fresh().open().run();
        audit.began(ahead.fresh().user(), "user.register");
        return standing.as(identity, provider(identity), connected(identity, ahead.fresh().user()));
    }

    private User taken(ProvenIdentity identity, User locked, PasswordReplacing.@Nullable Prepared unknown) {
        if (unknown == null || locked.role() != Role.USER || !locked.email().equals(identity.email())) {
            throw IdentityAccounts.exists(); // since a moment ago, so that the next try finds it as it is now
        }
        return taking.take(locked, unknown);
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
