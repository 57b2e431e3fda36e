package dev.albumen.rest.user;

import org.jspecify.annotations.Nullable;

/** A token as {@code Authorization} says it (RFC 6750, section 2.1). */
final class BearerToken {

    private static final String SCHEME = "Bearer";

    private BearerToken() {}

    /** {@code null} for a header of another kind; may be empty. */
    static @Nullable String of(String header) {
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
        return bearer ? header.substring(SCHEME.length()).strip() : null;
    }
}
