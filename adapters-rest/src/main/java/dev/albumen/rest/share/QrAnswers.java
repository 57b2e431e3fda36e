package dev.albumen.rest.share;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.rest.shared.Labels;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import org.jspecify.annotations.Nullable;

/** Answers with QR codes of addresses, which are kept nowhere. */
final class QrAnswers {

    /** From what a reader can tell modules apart in, to what is printed on a wall. */
    private static final int LEAST_PIXELS = 128;
    private static final int MOST_PIXELS = 2048;

    private QrAnswers() {}

    enum Format { SVG, PNG }

    /**
     * Refused where the format or size cannot be.
     *
     * @param address {@code null} where it is not the viewer's to see, which is refused
     */
    static HttpResponse<?> of(@Nullable String address, @Nullable String format, int size) {
        Format wanted = Labels.read(Format.class, "format", format);
        if (size < LEAST_PIXELS || size > MOST_PIXELS) {
            throw Refusal.invalid("size", "out-of-range", "The size is a number from " + LEAST_PIXELS + " to " + MOST_PIXELS + ".");
        }
        if (address == null) {
            throw new Refusal.Forbidden("owner-only", "Only a link's owner sees its address.").thrown();
        }
        QrCode code = QrCode.of(address);
        return (wanted == Format.PNG
                ? HttpResponse.ok(code.png(size)).contentType(MediaType.IMAGE_PNG_TYPE)
                : HttpResponse.ok(code.svg(size)).contentType(MediaType.of("image/svg+xml")))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
