package dev.albumen.application.user;

import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.PasswordHash;

/** Hashes passwords slowly on purpose. Calls wait for each other where there are too many at once. */
public interface PasswordHasher {

    /** Hashes with a fresh salt. */
    PasswordHash hash(Password password);

    /** Whether the hash was made of this password; false too where it is no hash of a known kind. */
    boolean matches(Password password, PasswordHash hash);

    /** Takes as long as {@link #matches}, so that an unknown account cannot be told from a wrong password. */
    void pretend(Password password);

    /** Whether the hash was made with other parameters than {@link #hash} uses now. */
    boolean outdated(PasswordHash hash);
}
