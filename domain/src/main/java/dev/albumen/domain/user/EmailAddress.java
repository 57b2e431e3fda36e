package dev.albumen.domain.user;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Violation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a user gets mail. Compared without regard to case.
 *
 * @param value lower-case, at most 254 characters (RFC 5321)
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 254;
    // Only what no address can be without: the proof of an address is a mail that arrives.
    private static final Pattern FORM = Pattern.compile("[^\\s@\\p{Cntrl}<>\"(),;:\\\\]{1,64}@[^\\s@\\p{Cntrl}<>\"(),;:\\\\.]+(\\.[^\\s@\\p{Cntrl}<>\"(),;:\\\\.]+)*");

    public EmailAddress {
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The form in which typed addresses are compared: without outer blanks, lower-case. */
    public static String normalised(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a typed address; empty where it can be one. */
    public static List<Violation> violations(String pointer, String typed) {
        return isAddress(normalised(typed))
                ? List.of()
                : List.of(new Violation(pointer, "email-form", "This is not an e-mail address."));
    }

    /** Reads a typed address that has no {@link #violations}. */
    public static EmailAddress of(String typed) {
        return new EmailAddress(normalised(typed));
    }

    /** Reads a typed address in a change, and refuses what is none. */
    public static Change<EmailAddress> of(String pointer, Change<String> typed) {
        return typed.map(text -> {
            List<Violation> wrong = violations(pointer, text);
            if (!wrong.isEmpty()) {
                throw new Refusal.Invalid(wrong).thrown();
            }
            return of(text);
        });
    }

    /** What stands before the at sign. */
    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    private static boolean isAddress(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
