package dev.albumen.rest.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110, section 8.8.3). */
final class ETag {

    private static final Pattern LISTED = Pattern.compile("\\G[ \\t]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")[ \\t]*(?:,|$)");

    private ETag() {}

    /** Of a body, by its content. */
    static String of(byte[] body) {
        return "\"" + hash(body) + "\"";
    }

    /** Of a body that shows a version: the version can be told from it again. */
    static String of(long version, byte[] body) {
        return "\"" + version + "-" + hash(body) + "\"";
    }

    /** Whether an {@code If-None-Match} names the tag; weak and strong count alike. */
    static boolean isNamed(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.equals(tag) || ifNoneMatch.trim().equals("*")) {
            return true;
        }
        Matcher listed = LISTED.matcher(ifNoneMatch);
        while (listed.find()) {
            String candidate = listed.group(1);
            if ((candidate.startsWith("W/") ? candidate.substring(2) : candidate).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an {@code If-Match} names the tag; a weak one names nothing. */
    static boolean isNamedStrongly(String ifMatch, String tag) {
        if (ifMatch.trim().equals("*")) {
            return true;
        }
        Matcher listed = LISTED.matcher(ifMatch);
        while (listed.find()) {
            if (listed.group(1).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** What names the bytes in a tag. */
    static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
