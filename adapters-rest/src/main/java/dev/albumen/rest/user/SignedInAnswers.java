package dev.albumen.rest.user;

import dev.albumen.application.user.SignedIn;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Answers with the tokens of a session, which nobody may keep but the one who asked. */
@Singleton
final class SignedInAnswers {

    private final AccessTokens tokens;
    private final JsonAnswers answers;

    SignedInAnswers(AccessTokens tokens, JsonAnswers answers) {
        this.tokens = tokens;
        this.answers = answers;
    }

    MutableHttpResponse<?> answer(SignedIn signedIn) {
        return answers.fresh(200, of(signedIn));
    }

    AuthBodies.Tokens of(SignedIn signedIn) {
        return AuthBodies.Tokens.of(tokens.issue(signedIn.session()), signedIn.refreshToken());
    }
}
