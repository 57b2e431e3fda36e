package dev.albumen.rest.user;

import dev.albumen.application.user.IdentityProvider;
import dev.albumen.application.user.SignInSettings;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said of providers of identities. */
final class ProviderBodies {

    private ProviderBodies() {}

    /**
     * @param passwords {@code on}, {@code superadmins}, {@code off}: who signs in by a password too
     * @param nextCursor always {@code null}: there are few
     */
    @Serdeable.Serializable
    @Schema(name = "IdentityProviders", example = """
            {"items": [{"name": "google", "title": "Google", "startUrl": "/api/v1/auth/oidc/google/start"}], "passwords": "on", "nextCursor": null}""")
    record Listing(List<Provider> items, String passwords, @Nullable String nextCursor) {

        static Listing of(SignInSettings settings) {
            return new Listing(settings.providers().stream().map(Provider::of).toList(),
                    settings.passwords().name().toLowerCase(Locale.ROOT), null);
        }
    }

    /** @param startUrl where a browser goes to sign in */
    @Serdeable.Serializable
    @Schema(name = "IdentityProvider", example = "{\"name\": \"google\", \"title\": \"Google\", \"startUrl\": \"/api/v1/auth/oidc/google/start\"}")
    record Provider(String name, String title, String startUrl) {

        static Provider of(IdentityProvider provider) {
            return new Provider(provider.name(), provider.title(), "/api/v1/auth/oidc/" + provider.name() + "/start");
        }
    }

    /** @param address where the browser goes next, at the provider */
    @Serdeable.Serializable
    @Schema(name = "SignInBegun", example = "{\"address\": \"https://accounts.google.com/o/oauth2/v2/auth?response_type=code&…\"}")
    record Begun(String address) {
        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }
}
