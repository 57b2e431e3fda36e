package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Refusal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which version a change expects to find, as {@code If-Match} says it. Controllers declare it as an argument. */
public final class IfMatch {

    private static final Pattern OURS = Pattern.compile("\"(\\d{1,18})-[A-Za-z0-9_-]{16}\"");
    private static final Pattern ANY_TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    private final @Nullable Long expected;

    private IfMatch(@Nullable Long expected) {
        this.expected = expected;
    }

    /** Empty where any version will do. */
    public Optional<Long> version() {
        return Optional.ofNullable(expected);
    }

    /**
     * Reads one tag. A weak one, or one that was never ours, names no version of anything: 412. Anything that is no
     * single tag is refused as malformed.
     */
    static IfMatch of(@Nullable String header) {
        if (header == null || header.trim().equals("*")) {
            return new IfMatch(null);
        }
        Matcher ours = OURS.matcher(header.trim());
        if (ours.matches()) {
            return new IfMatch(Long.parseLong(ours.group(1)));
        }
        if (ANY_TAG.matcher(header.trim()).matches()) {
            throw new Refusal.Stale().thrown();
        }
        throw new MalformedRequestException("malformed-if-match", "If-Match takes one entity tag in quotes, or *.");
    }
}
