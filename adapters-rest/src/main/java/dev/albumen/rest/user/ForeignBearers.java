package dev.albumen.rest.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.albumen.application.user.AcceptToken;
import dev.albumen.application.user.IdentityProviders;
import dev.albumen.domain.shared.Viewer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of providers, each as the session that it began here. Which one that is never changes; whether it lives is
 * asked each time by whoever asks for this. A key that a provider takes back stops counting within a quarter of an hour.
 */
@Singleton
final class ForeignBearers {

    private static final int REMEMBERED = 10_000;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final IdentityProviders providers;
    private final AcceptToken acceptToken;
    private final Cache<String, AcceptToken.Accepted> good = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();

    ForeignBearers(IdentityProviders providers, AcceptToken acceptToken) {
        this.providers = providers;
        this.acceptToken = acceptToken;
    }

    /**
     * Empty for a token that is none of a provider's.
     *
     * @param client what the program calls itself
     * @throws dev.albumen.domain.shared.RefusedException for one that is not right, or of somebody without an account
     */
    Optional<AcceptToken.Accepted> read(String token, @Nullable String client) {
        AcceptToken.Accepted known = good.getIfPresent(token);
        if (known == null && providers.claims(token)) {
            known = acceptToken.handle(Viewer.ANONYMOUS, new AcceptToken.Command(token, client));
            good.put(token, known);
        }
        return Optional.ofNullable(known);
    }
}
