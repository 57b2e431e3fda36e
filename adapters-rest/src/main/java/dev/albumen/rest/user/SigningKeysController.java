package dev.albumen.rest.user;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.albumen.application.user.RotateSigningKey;
import dev.albumen.application.user.SigningKeyring;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.SigningKey;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Repeatable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;

/** The keys that sign access tokens: their public halves for everybody, their rotation for superadmins. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class SigningKeysController {

    private final SigningKeyring keyring;
    private final RotateSigningKey rotateSigningKey;
    private final JsonAnswers answers;

    SigningKeysController(SigningKeyring keyring, RotateSigningKey rotateSigningKey, JsonAnswers answers) {
        this.keyring = keyring;
        this.rotateSigningKey = rotateSigningKey;
        this.answers = answers;
    }

    @Serdeable.Serializable
    @Schema(name = "SigningKey")
    record View(String kid, Instant createdAt) {}

    @Get("/auth/keys")
    @Operation(summary = "Read the public keys", description = "As a JSON Web Key Set (RFC 7517).")
    HttpResponse<?> keys(HttpRequest<?> request) {
        return answers.revalidated(request, new JWKSet(keyring.verifying().stream().map(SigningKeysController::jwk).toList()).toJSONObject());
    }

    @Post("/admin/signing-keys")
    @Operation(summary = "Sign with a new key from now on", description = "Nobody is signed out: the old key verifies until its tokens are over.")
    @ApiResponse(responseCode = "201", description = "The new key", content = @Content(schema = @Schema(implementation = View.class)))
    HttpResponse<?> rotate(Viewer viewer, Repeatable once) {
        return once.answer(viewer, null, SigningKey.class, () -> rotateSigningKey.handle(viewer),
                key -> answers.fresh(201, new View(key.kid(), key.createdAt())));
    }

    private static JWK jwk(SigningKey key) {
        return new RSAKey.Builder(SigningKeyring.publicKey(key)).keyID(key.kid()).algorithm(JWSAlgorithm.RS256).keyUse(KeyUse.SIGNATURE).build();
    }
}
