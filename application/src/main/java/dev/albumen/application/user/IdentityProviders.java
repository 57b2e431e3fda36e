package dev.albumen.application.user;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.shared.RefusedException;
import java.net.URI;
import java.util.Optional;

/**
 * Asks providers of identities, whose names are those of the settings. Used outside of transactions: a provider may take
 * seconds. One that does not answer is a {@link DependencyException} and troubles no other.
 */
public interface IdentityProviders {

    /**
     * Where the browser goes to say who somebody is.
     *
     * @throws IllegalArgumentException for a provider that there is not
     */
    URI address(SignInAttempt attempt);

    /**
     * Trades an answer to an attempt for who somebody is. Nobody but the provider that was asked can have given it.
     *
     * @throws RefusedException {@code Unauthenticated} with {@code sign-in-failed} for every answer that is not entirely right
     */
    ProvenIdentity redeem(SignInAttempt attempt, ProviderAnswer answer);

    /** Whether a token says, unproven, that it comes from one of the providers. Costs no look-up. */
    boolean claims(String token);

    /** Whom an access token names that a provider gave for this instance; empty where it is not entirely right. */
    Optional<ProvenIdentity> bearer(String token);
}
