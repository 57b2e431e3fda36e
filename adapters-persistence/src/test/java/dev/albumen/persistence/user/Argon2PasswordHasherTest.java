package dev.albumen.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.user.PasswordHasher;
import dev.albumen.application.user.PasswordHasherContract;
import dev.albumen.domain.user.Password;
import org.junit.jupiter.api.Test;

class Argon2PasswordHasherTest extends PasswordHasherContract {

    @Override
    protected PasswordHasher hasher() {
        return new Argon2PasswordHasher();
    }

    @Test
    void writesPhcStringsWithTheParametersThatOwaspRecommends() {
        assertThat(hasher().hash(new Password("quiet lantern over 7 hills")).phc())
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }
}
