package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart body.
 *
 * @param filename as the client says; {@code null} for a plain field
 * @param content can be read until the next part is asked for; closing it does nothing
 */
public record Part(String name, @Nullable String filename, InputStream content) {

    private static final int MAX_TEXT_BYTES = 64 << 10;

    public Part {
        content = new FilterInputStream(content) {
            @Override
            public int read(byte[] into, int offset, int length) {
                try {
                    return in.read(into, offset, length);
                } catch (IOException e) {
                    throw Multipart.malformed("The body ended early, inside a part.");
                }
            }

            @Override
            public void close() {
                // the next part is found by whoever reads the body
            }
        };
    }

    /** The whole content as text; refused where it is too long for a field, or no text in UTF-8. */
    public String text() {
        try {
            byte[] bytes = content.readNBytes(MAX_TEXT_BYTES + 1);
            if (bytes.length > MAX_TEXT_BYTES) {
                throw Refusal.invalid(name, "too-long", "This is too long.");
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\u0000') >= 0) {
                throw Refusal.invalid(name, "not-text", "The text holds U+0000.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid(name, "not-text", "This is no text in UTF-8.");
        } catch (IOException e) {
            throw Multipart.malformed("The body ended early.");
        }
    }
}
