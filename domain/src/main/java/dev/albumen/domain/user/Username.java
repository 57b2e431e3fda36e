package dev.albumen.domain.user;

import dev.albumen.domain.shared.Violation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name a user signs in with and is addressed by.
 *
 * @param value 3 to 64 lower-case letters, digits, dots, dashes and underscores
 */
public record Username(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9._-]{3,64}");

    public Username {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a username");
        }
    }

    /** The form in which typed names are compared: without outer blanks, lower-case. */
    public static String normalised(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a typed name; empty where it can be one. */
    public static List<Violation> violations(String pointer, String typed) {
        return FORM.matcher(normalised(typed)).matches()
                ? List.of()
                : List.of(new Violation(pointer, "username-form",
                        "A username has 3 to 64 letters, digits, dots, dashes or underscores."));
    }

    /** Reads a typed name that has no {@link #violations}. */
    public static Username of(String typed) {
        return new Username(normalised(typed));
    }

    @Override
    public String toString() {
        return value;
    }
}
