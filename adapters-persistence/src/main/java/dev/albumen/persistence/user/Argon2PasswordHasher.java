package dev.albumen.persistence.user;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.albumen.application.user.PasswordHasher;
import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.PasswordHash;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Argon2id with the parameters that OWASP recommends: 19 MiB and two passes. As many at once as there are processors,
 * so that a storm of sign-ins takes its turn instead of the memory.
 */
@Singleton
final class Argon2PasswordHasher implements PasswordHasher {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function NOW = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    private final SecureRandom salts = new SecureRandom();
    private final Semaphore atOnce = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    @Override
    public PasswordHash hash(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        salts.nextBytes(salt);
        return inTurn(() -> new PasswordHash(NOW.hash(bytes(password), salt).getResult()));
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        return inTurn(() -> {
            try {
                byte[] phc = hash.phc().getBytes(StandardCharsets.UTF_8);
                return Argon2Function.getInstanceFromHash(hash.phc()).check(bytes(password), phc);
            } catch (RuntimeException notAHash) {
                return false;
            }
        });
    }

    @Override
    public void pretend(Password password) {
        // A password that nobody can have costs no more than one that somebody could.
        hash(password.isTooLong() ? new Password("") : password);
    }

    @Override
    public boolean outdated(PasswordHash hash) {
        try {
            return !NOW.equals(Argon2Function.getInstanceFromHash(hash.phc()));
        } catch (RuntimeException notAHash) {
            return true;
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private static byte[] bytes(Password password) {
        return password.value().getBytes(StandardCharsets.UTF_8);
    }
}
