package dev.albumen.rest.user;

import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads access tokens for those who must not wait: the ones whose signatures were found good before. */
@Singleton
public final class KnownTokens {

    private final AccessTokens tokens;

    KnownTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** Whom a token names. Whether their session lives is still to be asked. */
    public record Holder(UserId user, SessionId session) {}

    /**
     * {@code null} where the token is not known yet, is over, or is none.
     *
     * @param authorization the only header of this name
     */
    public @Nullable Holder holder(String authorization) {
        String token = BearerToken.of(authorization);
        return token == null ? null : tokens.known(token).map(named -> new Holder(named.user(), named.session())).orElse(null);
    }
}
