package dev.albumen.rest.shared;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header): a string of structured fields (RFC 9651), or
 * the same characters without quotes, as most clients send them.
 */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";
    private static final int MAX_LENGTH = 255;
    private static final Pattern STRING = Pattern.compile("\"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])+\"");
    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x7e][\\x21-\\x7e]*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    private IdempotencyKeys() {}

    /** Empty where none was sent. */
    static Optional<String> read(List<String> headers) {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        if (headers.size() > 1) {
            throw malformed();
        }
        String header = headers.getFirst().strip();
        boolean quoted = STRING.matcher(header).matches();
        if (!quoted && !BARE.matcher(header).matches()) {
            throw malformed();
        }
        String key = quoted ? ESCAPED.matcher(header.substring(1, header.length() - 1)).replaceAll("$1") : header;
        if (key.length() > MAX_LENGTH) {
            throw malformed();
        }
        return Optional.of(key);
    }

    private static MalformedRequestException malformed() {
        return new MalformedRequestException("malformed-idempotency-key",
                "Idempotency-Key takes one string of 1 to " + MAX_LENGTH + " printable ASCII characters, in quotes or without spaces.");
    }
}
