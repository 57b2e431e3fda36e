package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Refusal;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a page sends: {@code application/x-www-form-urlencoded} (WHATWG URL standard, section 5). It is read whole,
 * because the framework's binding of single fields fails now and then where a form comes in pieces.
 */
public final class PageForm {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_FIELDS = 64;

    private final Map<String, List<String>> fields;

    private PageForm(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * Reads a form.
     *
     * @param body {@code null} for a form without fields
     * @throws dev.albumen.domain.shared.RefusedException where it is over 64 KiB, or no form
     */
    public static PageForm read(@Nullable InputStream body) {
        try (InputStream bytes = body == null ? InputStream.nullInputStream() : body) {
            String sent = new String(bytes.readNBytes(MOST_BYTES + 1), StandardCharsets.UTF_8);
            if (sent.length() > MOST_BYTES) {
                throw new Refusal.TooLarge("form-too-large", "A form has at most " + MOST_BYTES + " bytes.").thrown();
            }
            return new PageForm(new QueryStringDecoder(sent, StandardCharsets.UTF_8, false, MOST_FIELDS, true).parameters());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("", "malformed", "This is not a form.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first value of a field; {@code null} where the form has none of that name. */
    public @Nullable String text(String field) {
        List<String> values = fields.get(field);
        return values == null ? null : values.getFirst();
    }
}
