package dev.albumen.application.share;

import dev.albumen.application.user.PasswordHasher;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.user.Password;

/** The rules of a link's password, and its hash. */
final class SharePassword {

    static final int MIN_LENGTH = 4;

    private SharePassword() {}

    /** Hashes what the owner chose. Slow on purpose, so never inside a transaction. */
    static String hash(PasswordHasher hasher, String clear) {
        int length = clear.codePointCount(0, clear.length());
        if (length < MIN_LENGTH || length > Password.MAX_LENGTH) {
            throw Refusal.invalid("/password", "password-length",
                    "A link's password has " + MIN_LENGTH + " to " + Password.MAX_LENGTH + " characters.");
        }
        return hasher.hash(new Password(clear)).phc();
    }
}
