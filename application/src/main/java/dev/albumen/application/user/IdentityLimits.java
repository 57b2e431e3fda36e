package dev.albumen.application.user;

import dev.albumen.application.shared.Throttle.Limit;
import java.time.Duration;

/** How often strangers may try. Tries that turn out rightful are given back, so these count failures. */
final class IdentityLimits {

    static final Limit SIGN_IN_BY_ADDRESS = new Limit("login-by-address", 50, Duration.ofMinutes(5));
    static final Limit SIGN_IN_BY_ACCOUNT = new Limit("login-by-account", 10, Duration.ofMinutes(5));
    static final Limit REFRESH_BY_ADDRESS = new Limit("refresh-by-address", 50, Duration.ofMinutes(5));
    /** Not given back: an account costs something even where it is made rightfully. */
    static final Limit REGISTER_BY_ADDRESS = new Limit("register-by-address", 120, Duration.ofHours(1));
    static final Limit ANSWER_BY_ADDRESS = new Limit("sign-in-answer-by-address", 50, Duration.ofMinutes(5));
    /** One try, which does not grow back before the attempt is over. */
    static final Limit ANSWER_BY_ATTEMPT = new Limit("sign-in-answer-by-attempt", 1, SignInAttempt.LIFE);
    /** A burst of failures is one entry in the security log, not thousands. */
    static final Limit BURST_NOTICE = new Limit("login-burst-notice", 1, Duration.ofMinutes(5));

    private IdentityLimits() {}
}
