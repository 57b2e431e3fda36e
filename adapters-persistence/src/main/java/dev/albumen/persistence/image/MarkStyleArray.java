package dev.albumen.persistence.image;

import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.shared.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a user's mark is read: as one array of texts, so that what serves bytes gets it by one sub-select. */
public final class MarkStyleArray {

    /** Of {@code user_settings own}, whose row may be missing; what is missing is an empty text. */
    public static final String OF_SETTINGS = """
            ARRAY[coalesce(own.mark_position, ''), coalesce(own.mark_text, ''), coalesce(CAST(own.mark_opacity AS text), ''),
                coalesce(CAST(own.mark_tiled AS text), ''), coalesce(encode(own.mark_logo, 'hex'), '')]
            """;

    private MarkStyleArray() {}

    /** {@code null} where the user has no mark of their own. */
    public static @Nullable MarkStyle read(List<String> array) {
        if (array.isEmpty() || array.get(0).isEmpty()) {
            return null;
        }
        return new MarkStyle(array.get(1).isEmpty() ? null : array.get(1), MarkStyle.Position.valueOf(array.get(0)),
                Double.parseDouble(array.get(2)), Boolean.parseBoolean(array.get(3)),
                array.get(4).isEmpty() ? null : new Sha256(array.get(4)));
    }
}
