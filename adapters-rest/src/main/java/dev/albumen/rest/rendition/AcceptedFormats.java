package dev.albumen.rest.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.albumen.domain.rendition.RenditionFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The formats that an {@code Accept} asks for (RFC 9110, section 12.5.1). Of formats that are as welcome as each other,
 * the smallest of those that are named comes first. Who names none, as {@code *}{@code /*} does, may not know the newer
 * ones, and gets a JPEG.
 */
final class AcceptedFormats {

    private static final List<RenditionFormat> UNSAID = List.of(RenditionFormat.JPEG);
    private static final List<RenditionFormat> SMALLEST_FIRST =
        List.of(RenditionFormat.AVIF, RenditionFormat.WEBP, RenditionFormat.JPEG);
    private static final int MAX_KEPT_LENGTH = 256;

    /** Browsers send few different ones, with every picture. */
    private static final Cache<String, List<RenditionFormat>> KNOWN = Caffeine.newBuilder().maximumSize(256).build();

    private AcceptedFormats() {}

    /** Best first, refused ones left out; empty where every format is refused. */
    static List<RenditionFormat> of(@Nullable String accept) {
        if (accept == null || accept.length() > MAX_KEPT_LENGTH) {
            return accept == null ? UNSAID : parsed(accept);
        }
        List<RenditionFormat> known = KNOWN.getIfPresent(accept);
        if (known == null) {
            known = parsed(accept);
            KNOWN.put(accept, known);
        }
        return known;
    }

    private static List<RenditionFormat> parsed(String accept) {
        List<Range> ranges = Stream.of(split(accept, ',')).map(Range::of).toList();
        if (ranges.stream().allMatch(range -> range.type().isEmpty())) {
            return UNSAID;
        }
        return SMALLEST_FIRST.stream().map(format -> Welcome.of(format, ranges)).filter(welcome -> welcome.thousandths() > 0)
            .sorted(Comparator.comparingInt(Welcome::thousandths).reversed()
                .thenComparing(welcome -> !welcome.named())
                .thenComparing(welcome -> !welcome.named() && welcome.format() != RenditionFormat.JPEG))
            .map(Welcome::format).toList();
    }

    private static String[] split(String text, char at) {
        // of one character that means nothing to a pattern: the JDK goes without one
        return text.split(String.valueOf(at), -1);
    }

    /** @param thousandths of its weight */
    private record Welcome(RenditionFormat format, int thousandths, boolean named) {

        /** By the most specific range that covers it. */
        static Welcome of(RenditionFormat format, List<Range> ranges) {
            String name = format.mediaType().mimeType();
            for (String type : List.of(name, "image/*", "*/*")) {
                for (Range range : ranges) {
                    if (range.type().equals(type)) {
                        return new Welcome(format, range.thousandths(), type.equals(name));
                    }
                }
            }
            return new Welcome(format, 0, false);
        }
    }

    /** @param type empty for what cannot be read */
    private record Range(String type, int thousandths) {

        static Range of(String text) {
            String[] parts = split(text, ';');
            int thousandths = 1000;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip();
                if (parameter.length() > 1 && (parameter.charAt(0) | 0x20) == 'q' && parameter.charAt(1) == '=') {
                    thousandths = weight(parameter.substring(2));
                }
            }
            return new Range(thousandths < 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT), thousandths);
        }

        /** {@code 0} to {@code 1} with up to three decimals; -1 for anything else. */
        private static int weight(String text) {
            if (text.isEmpty() || text.length() > 5 || text.charAt(0) != '0' && text.charAt(0) != '1'
                    || text.length() > 1 && text.charAt(1) != '.') {
                return -1;
            }
            int thousandths = (text.charAt(0) - '0') * 1000;
            for (int i = 2, worth = 100; i < text.length(); i++, worth /= 10) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                thousandths += digit * worth;
            }
            return thousandths > 1000 ? -1 : thousandths;
        }
    }
}
