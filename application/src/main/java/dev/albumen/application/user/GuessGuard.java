package dev.albumen.application.user;

import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Sha256;
import java.time.Duration;

/** Slows down those who guess passwords, by address and by account. */
public final class GuessGuard {

    private final Throttle throttle;
    private final AccountAudit audit;
    private final Transactions transactions;

    public GuessGuard(Throttle throttle, AccountAudit audit, Transactions transactions) {
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Takes a try of both, before the password is looked at, so that many guesses at once are counted too. Whether the
     * account exists makes no difference.
     */
    void enter(String address, String account) {
        take(IdentityLimits.SIGN_IN_BY_ADDRESS, address, address);
        // The account's key is hashed: a bucket's name need not say whose address it guards.
        take(IdentityLimits.SIGN_IN_BY_ACCOUNT, Sha256.of(account).hex(), address);
    }

    /** Gives the tries of a rightful sign-in back. */
    void passed(String address, String account) {
        throttle.giveBack(IdentityLimits.SIGN_IN_BY_ADDRESS, address);
        throttle.giveBack(IdentityLimits.SIGN_IN_BY_ACCOUNT, Sha256.of(account).hex());
    }

    private void take(Throttle.Limit limit, String key, String address) {
        Duration wait = throttle.take(limit, key);
        if (!wait.isPositive()) {
            return;
        }
        if (throttle.take(IdentityLimits.BURST_NOTICE, limit.name() + ":" + key).isZero()) {
            transactions.writing(() -> audit.guessed(limit.name(), address));
        }
        throw limit.refused(wait).thrown();
    }
}
