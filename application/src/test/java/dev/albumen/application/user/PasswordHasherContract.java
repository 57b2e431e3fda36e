package dev.albumen.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.PasswordHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every hasher of passwords does. */
public abstract class PasswordHasherContract {

    private static final Password RIGHT = new Password("quiet lantern over 7 hills");

    private PasswordHasher hasher;

    protected abstract PasswordHasher hasher();

    @BeforeEach
    void open() {
        hasher = hasher();
    }

    @Test
    void knowsItsOwnHashes() {
        PasswordHash hash = hasher.hash(RIGHT);

        assertThat(hasher.matches(RIGHT, hash)).isTrue();
        assertThat(hasher.matches(new Password(RIGHT.value() + " "), hash)).isFalse();
        assertThat(hasher.matches(new Password("Quiet lantern over 7 hills"), hash)).isFalse();
        assertThat(hasher.matches(new Password(""), hash)).isFalse();
    }

    @Test
    void saltsEveryHash() {
        assertThat(hasher.hash(RIGHT)).isNotEqualTo(hasher.hash(RIGHT));
    }

    @Test
    void takesPasswordsOfAllScripts() {
        Password password = new Password("πέτρα ხელი 石の橋 🐘🐘");

        assertThat(hasher.matches(password, hasher.hash(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$", "$argon2id$", "$argon2id$v=19$m=1,t=1,p=1$$", "$argon2id$v=19$m=x,t=2,p=1$AAAA$AAAA", "quiet lantern over 7 hills"})
    void matchesNothingToWhatIsNoHash(String text) {
        assertThat(hasher.matches(RIGHT, new PasswordHash(text))).isFalse();
    }

    @Test
    void callsOnlyOtherHashesOutdated() {
        assertThat(hasher.outdated(hasher.hash(RIGHT))).isFalse();
        assertThat(hasher.outdated(new PasswordHash("$argon2id$v=19$m=1024,t=1,p=1$c2FsdHNhbHRzYWx0$c2FsdHNhbHRzYWx0"))).isTrue();
    }

    @Test
    void pretendsWithoutComplaint() {
        hasher.pretend(RIGHT);
    }
}
