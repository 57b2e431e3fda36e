package dev.albumen.application.user;

import dev.albumen.domain.user.PasswordMode;
import java.util.List;
import java.util.Optional;

/**
 * How people sign in.
 *
 * @param providers in the order in which they are offered
 */
public record SignInSettings(PasswordMode passwords, List<IdentityProvider> providers) {

    public static final SignInSettings DEFAULT = new SignInSettings(PasswordMode.ON, List.of());

    public SignInSettings {
        providers = List.copyOf(providers);
    }

    Optional<IdentityProvider> provider(String name) {
        return providers.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
