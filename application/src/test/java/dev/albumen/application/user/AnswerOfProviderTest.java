package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Viewer;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An answer that a browser brings from a provider. */
class AnswerOfProviderTest extends SigningInByProvider {

    @Test
    void isGoodOnce() {
        BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);
        finish(begun, named("ada"));

        assertRefused("sign-in-failed", () -> finish(begun, named("ada")));
    }

    @Test
    void isGoodInTheBrowserThatBeganAlone() {
        BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);
        String another = begin(Viewer.ANONYMOUS).sealed();

        for (String sealed : new String[] {another, null, "", "x", "%%%", begun.sealed() + "A", begun.sealed().repeat(40)}) {
            assertRefused("sign-in-failed", () -> finish("main", state(begun), code(begun, named("ada")), sealed));
        }
        assertRefused("sign-in-failed", () -> finish("main", null, code(begun, named("ada")), begun.sealed()));
        assertThat(finish(begun, named("ada"))).isNotNull();
    }

    @Test
    void isGoodAtTheProvidersOwnAddressAlone() {
        BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);

        assertRefused("sign-in-failed", () -> finish("other", state(begun), code(begun, named("ada")), begun.sealed()));
    }

    @Test
    void isGoodForTenMinutes() {
        BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);
        instance.pass(SignInAttempt.LIFE);

        assertRefused("sign-in-failed", () -> finish(begun, named("ada")));
    }

    @Test
    void needsSecretsThatNobodyPrints() {
        BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);
        SignInAttempt attempt = seal.open(begun.sealed()).orElseThrow();

        assertThat(begun.toString() + attempt).doesNotContain(begun.sealed(), attempt.state(), attempt.nonce(), attempt.verifier());
        assertThat(Set.of(attempt.state(), attempt.nonce(), attempt.verifier())).hasSize(3);
    }

    @Test
    void isNotTriedForLong() {
        for (int i = 0; i < IdentityLimits.ANSWER_BY_ADDRESS.tries(); i++) {
            assertRefused("sign-in-failed", () -> finish("main", "x", "x", "x"));
        }
        assertRefused("throttled", () -> finish("main", "x", "x", "x"));
    }
}
