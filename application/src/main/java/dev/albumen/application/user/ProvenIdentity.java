package dev.albumen.application.user;

import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.ExternalId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said of somebody, and signed, for this instance.
 *
 * @param provider its name in the settings
 * @param email only where the provider says that it is verified
 * @param name what they call themselves for signing in; {@code null} where it does not say
 * @param displayName {@code null} where it does not say
 * @param roles values of the claim that roles are made of
 * @param groups values of the claim that groups are made of
 * @param expiresAt when what it said is over
 */
public record ProvenIdentity(
        String provider, ExternalId id, @Nullable EmailAddress email, @Nullable String name, @Nullable String displayName,
        Set<String> roles, Set<String> groups, Instant expiresAt) {

    public ProvenIdentity {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }
}
