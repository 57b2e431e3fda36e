package dev.albumen.oidc.user;

import dev.albumen.domain.user.ExternalId;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one provider is reached and what it is to say. Prints no secret.
 *
 * @param name as settings and addresses call it
 * @param issuer what its tokens name, letter by letter; {@code https}, or {@code http} on this very machine
 * @param clientId what this instance is to the provider
 * @param clientSecret {@code null} where the provider wants none
 * @param audiences for whom access tokens may be that are accepted here; empty to accept none
 * @param roleClaim the claim with the values that roles are made of: its name, or names parted by dots where it is nested
 * @param groupClaim the same for groups
 */
public record OidcProvider(
        String name, String issuer, String clientId, @Nullable String clientSecret, Kind kind, List<String> scopes, Set<String> audiences,
        String roleClaim, String groupClaim) {

    /** What a provider's tokens are like. */
    public enum Kind {
        OIDC,
        /** Tokens say their use, and access tokens name the client instead of an audience. */
        COGNITO
    }

    public OidcProvider {
        if (!isIssuer(issuer)) {
            throw new IllegalArgumentException("not an issuer: " + issuer);
        }
        scopes = List.copyOf(scopes);
        audiences = Set.copyOf(audiences);
    }

    /** Whether this can name an issuer. */
    public static boolean isIssuer(String text) {
        try {
            URI uri = URI.create(text);
            return text.length() <= ExternalId.MAX_ISSUER && Endpoints.isSafe(uri, true) && uri.getRawQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "OidcProvider[" + name + "]";
    }
}
