package dev.albumen.rest.user;

import dev.albumen.application.user.Identities.Connected;
import dev.albumen.application.user.IdentityProvider;
import dev.albumen.application.user.SignInSettings;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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

    /** @param nextCursor always {@code null}: there are few */
    @Serdeable.Serializable
    @Schema(name = "Identities", example = """
            {"items": [{"id": "9f86d081884c7d659a2feaa0c55ad015", "provider": "google", "issuer": "https://accounts.google.com", \
            "subject": "110248495921238986420", "since": "2026-05-01T12:00:00Z"}], "nextCursor": null}""")
    record Identities(List<Identity> items, @Nullable String nextCursor) {

        static Identities of(List<Connected> identities) {
            return new Identities(identities.stream().map(Identity::of).toList(), null);
        }
    }

    /** @param provider the name that the provider had in the settings when this was added */
    @Serdeable.Serializable
    @Schema(name = "Identity")
    record Identity(String id, String provider, String issuer, String subject, Instant since) {

        static Identity of(Connected identity) {
            return new Identity(identity.id().mark(), identity.provider(), identity.id().issuer(), identity.id().subject(), identity.since());
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
