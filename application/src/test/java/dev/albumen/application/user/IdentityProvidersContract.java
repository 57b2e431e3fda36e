package dev.albumen.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.user.EmailAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every way to ask providers does. There is one that is called {@code main}, and another that is called {@code other}. */
public abstract class IdentityProvidersContract {

    protected static final URI ANSWER_TO = URI.create("https://photos.example.org/api/v1/auth/oidc/main/callback");
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    protected abstract IdentityProviders providers();

    /** Has somebody sign in there, as a browser would that was sent to the address. Returns where it is sent then. */
    protected abstract URI signsIn(URI address, String subject);

    /** An access token of {@code main} for this instance, good for some time. */
    protected abstract String accessToken(String subject);

    @Test
    void findsOutWhoSomebodyIs() {
        SignInAttempt attempt = attempt("main", "1");

        ProvenIdentity ada = redeemed(attempt, attempt, "ada");

        assertThat(ada.provider()).isEqualTo("main");
        assertThat(ada.id().subject()).isEqualTo("ada");
        assertThat(ada.id().issuer()).isNotEmpty();
        assertThat(ada.email()).isEqualTo(EmailAddress.of("ada@example.org"));
        assertThat(ada.groups()).containsExactly("staff");
    }

    @Test
    void keepsThePeopleOfTwoProvidersApart() {
        SignInAttempt here = attempt("main", "1");
        SignInAttempt there = attempt("other", "2");

        assertThat(redeemed(here, here, "ada").id()).isNotEqualTo(redeemed(there, there, "ada").id());
    }

    @Test
    void bringsTheStateBack() {
        SignInAttempt attempt = attempt("main", "1");

        URI answered = signsIn(providers().address(attempt), "ada");

        assertThat(answered.toString()).startsWith(ANSWER_TO.toString());
        assertThat(query(answered)).containsEntry("state", attempt.state());
    }

    @Test
    void refusesAnAnswerToAnotherAttempt() {
        SignInAttempt attempt = attempt("main", "1");
        SignInAttempt another = attempt("main", "2");

        assertRefused(() -> redeemed(attempt, another, "ada"));
    }

    @Test
    void refusesAnAnswerOfAnotherProvider() {
        SignInAttempt attempt = attempt("main", "1");
        SignInAttempt mixedUp = new SignInAttempt(
                "other", attempt.state(), attempt.nonce(), attempt.verifier(), ANSWER_TO, attempt.expiresAt(), null);

        assertRefused(() -> redeemed(attempt, mixedUp, "ada"));
    }

    @Test
    void refusesACodeThatNobodyGave() {
        assertRefused(() -> providers().redeem(attempt("main", "1"), new ProviderAnswer("made-up", null)));
        assertRefused(() -> providers().redeem(attempt("main", "1"), new ProviderAnswer(null, null)));
    }

    @Test
    void refusesProvidersThatThereAreNot() {
        assertThatThrownBy(() -> providers().address(attempt("nobody", "1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhomAnAccessTokenNames() {
        String token = accessToken("ada");

        assertThat(providers().claims(token)).isTrue();
        assertThat(providers().bearer(token)).hasValueSatisfying(ada -> {
            assertThat(ada.id().subject()).isEqualTo("ada");
            assertThat(ada.provider()).isEqualTo("main");
            assertThat(ada.expiresAt()).isBefore(LATER);
        });
    }

    @Test
    void knowsNobodyOfOtherTokens() {
        String token = accessToken("ada");

        for (String other : new String[] {"", "x", "a.b.c", token + "x", token.substring(0, token.length() - 9)}) {
            assertThat(providers().bearer(other)).as(other).isEmpty();
        }
        assertThat(providers().claims("alb_4711")).isFalse();
    }

    private ProvenIdentity redeemed(SignInAttempt asked, SignInAttempt brought, String subject) {
        Map<String, String> answer = query(signsIn(providers().address(asked), subject));
        return providers().redeem(brought, new ProviderAnswer(answer.get("code"), answer.get("iss")));
    }

    protected static SignInAttempt attempt(String provider, String mark) {
        return new SignInAttempt(provider, ("state-" + mark + "-").repeat(5), ("nonce-" + mark + "-").repeat(5),
                ("verifier-" + mark + "-").repeat(5), ANSWER_TO, LATER, null);
    }

    protected static Map<String, String> query(URI address) {
        @Nullable String raw = address.getRawQuery();
        return raw == null ? Map.of() : Arrays.stream(raw.split("&")).map(pair -> pair.split("=", 2)).collect(Collectors.toMap(
                pair -> pair[0], pair -> java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    protected static void assertRefused(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedException.class, refused ->
                assertThat(refused.refusal()).isInstanceOfSatisfying(Refusal.Unauthenticated.class,
                        said -> assertThat(said.code()).isEqualTo("sign-in-failed")));
    }
}
