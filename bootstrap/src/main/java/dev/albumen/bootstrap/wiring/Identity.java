package dev.albumen.bootstrap.wiring;

import dev.albumen.application.user.IdentityProviders;
import dev.albumen.oidc.user.OidcIdentityProviders;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who says who somebody is, besides this instance itself. */
@Factory
final class Identity {

    @Singleton
    @Bean(preDestroy = "close", typed = IdentityProviders.class)
    OidcIdentityProviders identityProviders(OidcProviders providers, InstantSource clock) {
        return new OidcIdentityProviders(providers.all(), clock, OidcIdentityProviders.PATIENCE);
    }
}
