package dev.albumen.application.user;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.ExternalId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Providers in memory: whom a test lets sign in is who comes back. */
public final class FakeIdentityProviders implements IdentityProviders {

    private static final String TOKEN = "eyJ-fake-";

    private final Set<String> names;
    private final Instant tokensEnd;
    private final AtomicLong given = new AtomicLong();
    private final Map<String, Given> codes = new ConcurrentHashMap<>();
    private final Map<String, ProvenIdentity> tokens = new ConcurrentHashMap<>();

    private record Given(SignInAttempt attempt, ProvenIdentity identity) {}

    public FakeIdentityProviders(Instant tokensEnd, String... names) {
        this.tokensEnd = tokensEnd;
        this.names = Set.of(names);
    }

    @Override
    public URI address(SignInAttempt attempt) {
        if (!names.contains(attempt.provider())) {
            throw new IllegalArgumentException(attempt.provider());
        }
        codes.put("asked-" + attempt.state(), new Given(attempt, identity(attempt.provider(), "nobody")));
        return URI.create("https://" + attempt.provider() + ".example.org/authorize?state=" + attempt.state());
    }

    /** Lets somebody sign in. Returns the code that comes back. */
    public String signsIn(String state, ProvenIdentity identity) {
        String code = "code-" + given.incrementAndGet();
        codes.put(code, new Given(codes.get("asked-" + state).attempt(), identity));
        return code;
    }

    /** A token that names somebody. */
    public String token(ProvenIdentity identity) {
        String token = TOKEN + given.incrementAndGet();
        tokens.put(token, identity);
        return token;
    }

    /** Somebody with a verified address, and a claim of one group. */
    public ProvenIdentity identity(String provider, String subject) {
        return new ProvenIdentity(provider, new ExternalId("https://" + provider + ".example.org", subject),
                EmailAddress.of(subject + "@example.org"), subject, null, Set.of("staff"), Set.of("staff"), tokensEnd);
    }

    @Override
    public ProvenIdentity redeem(SignInAttempt attempt, ProviderAnswer answer) {
        @Nullable Given known = answer.code() == null ? null : codes.remove(answer.code());
        if (known == null || !known.attempt().equals(attempt)) {
            throw refused();
        }
        return known.identity();
    }

    @Override
    public boolean claims(String token) {
        return token.startsWith(TOKEN);
    }

    @Override
    public Optional<ProvenIdentity> bearer(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    private static RefusedException refused() {
        return new Refusal.Unauthenticated("sign-in-failed", "This sign-in cannot be finished. Begin it again.").thrown();
    }
}
