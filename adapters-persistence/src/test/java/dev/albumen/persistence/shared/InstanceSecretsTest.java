package dev.albumen.persistence.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.shared.SecretsContract;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class InstanceSecretsTest extends SecretsContract {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Override
    protected Secrets secrets() {
        return new InstanceSecrets(InstanceKey.parse(KEY));
    }

    /** Worked out with Python's hmac module. If it changes, every signed URL and stored cipher out there is void. */
    @Test
    void signsAsItDidWhenTheFirstUrlWasHandedOut() {
        assertThat(secrets().sign("image-url", "a message")).isEqualTo("dCJxMT68-rnLQYFVnik14aAHYy-Ai3zTlxJXHbDCe8A");
    }

    /** Worked out with Python's cryptography package. */
    @Test
    void readsWhatAnEarlierVersionEncrypted() {
        byte[] cipher = Base64.getDecoder().decode("AQABAgMEBQYHCAkKC0OWW5r+iMxrkJ0i7ivZ2BMauv2lO8xfU4KJ8TQfZQ==");
        assertThat(secrets().decrypt("share-token", cipher)).asString(UTF_8).isEqualTo("kept for years");
    }

    @Test
    void refusesWhatAnotherInstanceMade() {
        Secrets other = new InstanceSecrets(InstanceKey.random());
        assertThat(other.isSigned("p", "m", secrets().sign("p", "m"))).isFalse();
        byte[] cipher = secrets().encrypt("p", new byte[] {1});
        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> other.decrypt("p", cipher));
    }
}
