package dev.albumen.rest.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes {@code Content-Disposition} (RFC 6266) for any name at all: nothing in it can end the header or the quotes. */
public final class Disposition {

    private static final int MAX_LENGTH = 255;

    private Disposition() {}

    /** To be shown in place. */
    public static String inline(String filename) {
        return of("inline", filename);
    }

    /** To be saved. */
    public static String attachment(String filename) {
        return of("attachment", filename);
    }

    private static String of(String kind, String filename) {
        StringBuilder plain = new StringBuilder();
        StringBuilder clean = new StringBuilder();
        filename.codePoints().limit(MAX_LENGTH).forEach(c -> {
            boolean harmful = Character.isISOControl(c) || c == '/' || c == '\\' || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.FORMAT;
            clean.appendCodePoint(harmful ? '_' : c);
            plain.append(harmful || c == '"' || c == '%' || c > '~' ? '_' : (char) c);
        });
        String fallback = kind + "; filename=\"" + plain + "\"";
        return plain.toString().contentEquals(clean) ? fallback : fallback + "; filename*=UTF-8''" + escaped(clean.toString());
    }

    /** As RFC 8187 wants it; the encoder for forms differs in three characters. */
    private static String escaped(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}
