package dev.albumen.rest.user;

import dev.albumen.application.user.NewAccount;
import dev.albumen.application.user.SigningKeyring;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out where people sign in. None of it prints a secret. */
final class AuthBodies {

    private AuthBodies() {}

    @Introspected
    @Schema(name = "Registration", example = """
            {"username": "ada", "email": "ada@example.org", "password": "quiet lantern over 7 hills", "displayName": "Ada"}""")
    record Registration(
            String username, String email, String password, @Nullable String displayName, @Nullable String inviteCode) {

        NewAccount account() {
            return new NewAccount(username, email, password, displayName);
        }

        @Override
        public String toString() {
            return "Registration[" + username + "]";
        }
    }

    /** @param login username or e-mail address */
    @Introspected
    @Schema(name = "Login", example = "{\"login\": \"ada\", \"password\": \"quiet lantern over 7 hills\"}")
    record Login(String login, String password) {
        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }

    @Introspected
    @Schema(name = "Refresh")
    record Refresh(String refreshToken) {
        @Override
        public String toString() {
            return "Refresh[hidden]";
        }
    }

    @Introspected
    @Schema(name = "PasswordChange")
    record PasswordChange(String currentPassword, String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[hidden]";
        }
    }

    /**
     * @param expiresIn seconds that the access token lasts
     * @param refreshToken for one use
     */
    @Serdeable.Serializable
    @Schema(name = "Tokens")
    record Tokens(String accessToken, String refreshToken, String tokenType, long expiresIn) {

        static Tokens of(String accessToken, String refreshToken) {
            return new Tokens(accessToken, refreshToken, "Bearer", SigningKeyring.ACCESS_TOKEN_LIFE.toSeconds());
        }

        @Override
        public String toString() {
            return "Tokens[hidden]";
        }
    }
}
