package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.user.SigningKey;
import org.junit.jupiter.api.Test;

class SigningKeyringTest {

    private final Instance instance = new Instance();
    private final SigningKeyring keyring = instance.keyring;
    private final RotateSigningKey rotate =
            new RotateSigningKey(keyring, instance.keys, instance.audit, instance.transactions, instance.clock);

    @Test
    void makesOneKeyAndKeepsItsPrivateHalfEncrypted() {
        SigningKey key = keyring.current();

        assertThat(keyring.current().kid()).isEqualTo(key.kid());
        assertThat(keyring.privateKey(key).getModulus()).isEqualTo(SigningKeyring.publicKey(key).getModulus());
        assertThat(key.privateKey()).isNotEqualTo(keyring.privateKey(key).getEncoded());
        assertThat(SigningKeyring.publicKey(key).getModulus().bitLength()).isEqualTo(2048);
        assertThat(key).hasToString("SigningKey[" + key.kid() + "]");
    }

    @Test
    void verifiesWithARetiredKeyUntilItsTokensAreOver() {
        String before = keyring.current().kid();
        String after = rotate.handle(instance.viewer(instance.user("root", Role.SUPERADMIN))).kid();

        assertThat(keyring.verifying()).extracting(SigningKey::kid).containsExactly(after, before);
        instance.pass(SigningKeyring.ACCESS_TOKEN_LIFE);
        assertThat(keyring.verifying()).extracting(SigningKey::kid).containsExactly(after);
    }

    @Test
    void isRotatedBySuperadminsOnly() {
        assertRefused("role-required", () -> rotate.handle(instance.viewer(instance.user("admin2", Role.ADMIN))));
    }
}
