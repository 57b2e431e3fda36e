package dev.albumen.application.user;

import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from a provider. Prints no secret.
 *
 * @param code to be traded for an identity; {@code null} where there is none
 * @param issuer who says that it answers (RFC 9207); {@code null} where nobody says
 */
public record ProviderAnswer(@Nullable String code, @Nullable String issuer) {

    @Override
    public String toString() {
        return "ProviderAnswer[hidden]";
    }
}
