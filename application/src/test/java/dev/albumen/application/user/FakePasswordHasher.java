package dev.albumen.application.user;

import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.PasswordHash;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes fast and protects nothing. Counts the slow things a real one would do. */
public final class FakePasswordHasher implements PasswordHasher {

    private static final String PREFIX = "$fake$v=2$";
    private final AtomicInteger salts = new AtomicInteger();
    private final AtomicInteger comparisons = new AtomicInteger();

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(PREFIX + salts.incrementAndGet() + "$" + password.value());
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        comparisons.incrementAndGet();
        return hash.phc().startsWith("$fake$") && hash.phc().endsWith("$" + password.value());
    }

    @Override
    public void pretend(Password password) {
        comparisons.incrementAndGet();
    }

    @Override
    public boolean outdated(PasswordHash hash) {
        return !hash.phc().startsWith(PREFIX);
    }

    /** How often a password was compared, or one pretended to. */
    public int comparisons() {
        return comparisons.get();
    }
}
