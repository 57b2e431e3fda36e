package dev.albumen.domain.user;

import dev.albumen.domain.shared.Violation;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A password as somebody typed it. Never printed, never stored.
 *
 * @param value in Unicode NFKC, so that every keyboard types the same password
 */
public record Password(String value) {

    public static final int MIN_LENGTH = 12;
    public static final int MAX_LENGTH = 128;
    /** How many characters a password must have besides the user's own names. */
    private static final int MIN_OWN_LENGTH = 8;

    public Password {
        value = Normalizer.normalize(value, Normalizer.Form.NFKC);
    }

    /** What forbids taking this as the password of such an account; empty where nothing does. */
    public List<Violation> violations(String pointer, Username username, EmailAddress email) {
        int length = value.codePointCount(0, value.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            return List.of(new Violation(pointer, "password-length",
                    "A password has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters."));
        }
        String folded = value.toLowerCase(Locale.ROOT);
        if (CommonPasswords.contains(folded)) {
            return List.of(new Violation(pointer, "password-common", "This password is among the first that anybody would try."));
        }
        String rest = folded.replace(email.value(), "").replace(username.value(), "").replace(email.localPart(), "");
        if (rest.length() < MIN_OWN_LENGTH) {
            return List.of(new Violation(pointer, "password-is-name", "This password is little more than your name or e-mail address."));
        }
        return List.of();
    }

    /** Whether it is so long that nobody can have it, so that hashing it would only cost time. */
    public boolean isTooLong() {
        return value.codePointCount(0, value.length()) > MAX_LENGTH;
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
