package dev.albumen.bootstrap;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.albumen.application.user.PasswordHasher;
import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.PasswordHash;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/**
 * Argon2id as the service has it, but with next to no memory: the tests' accounts and links need no protection, and one hash of the real
 * strength takes a third of a second of these short-lived processes. Services in a process of their own have the real one.
 */
@Singleton
@Replaces(PasswordHasher.class)
final class QuickPasswordHasher implements PasswordHasher {

    private static final Argon2Function QUICK = Argon2Function.getInstance(16, 1, 1, 16, Argon2.ID);

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(QUICK.hash(password.value()).getResult());
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        byte[] phc = hash.phc().getBytes(StandardCharsets.UTF_8);
        return Argon2Function.getInstanceFromHash(hash.phc()).check(password.value().getBytes(StandardCharsets.UTF_8), phc);
    }

    @Override
    public void pretend(Password password) {
        hash(new Password(""));
    }

    @Override
    public boolean outdated(PasswordHash hash) {
        return false;
    }
}
