package dev.albumen.domain.notice;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A mail of plain text, and of the same in HTML.
 *
 * @param id the same for each try to send it, so that one that comes twice can be told
 * @param to one address, without what breaks lines
 * @param subject one line; whatever breaks lines in it becomes a blank
 */
public record Mail(UUID id, String to, String subject, String text, String html) {

    public static final int MAX_SUBJECT = 200;

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    public Mail {
        if (BREAKS.matcher(to).find() || to.isBlank()) {
            throw new IllegalArgumentException("not an address");
        }
        String line = BREAKS.matcher(subject).replaceAll(" ").strip();
        subject = line.substring(0, line.offsetByCodePoints(0, Math.min(MAX_SUBJECT, line.codePointCount(0, line.length()))));
    }

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
