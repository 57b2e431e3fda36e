package dev.albumen.persistence.image;

import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.Appearance.Swatch;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a picture's looks lie in its image's row. Rows from before palettes and hashes were made have neither. */
final class AppearanceColumns {

    private AppearanceColumns() {}

    static Appearance read(Row row) throws SQLException {
        Long bits = row.numberOrNull("difference_hash");
        return new Appearance(row.text("blur_hash"), row.text("dominant_color"),
                row.textsOrNone("palette").stream().map(AppearanceColumns::swatch).toList(),
                bits == null ? null : new DifferenceHash(bits));
    }

    /** What is shown until a picture is there, and nothing else. */
    static Appearance readPlaceholder(Row row) throws SQLException {
        return new Appearance(row.text("blur_hash"), row.text("dominant_color"), List.of(), null);
    }

    static String[] palette(Appearance appearance) {
        List<Swatch> palette = appearance.palette();
        return palette.stream().map(swatch -> swatch.color() + "/" + swatch.perMille()).toArray(String[]::new);
    }

    static @Nullable Long hash(Appearance appearance) {
        DifferenceHash hash = appearance.differenceHash();
        return hash == null ? null : hash.bits();
    }

    private static Swatch swatch(String colorAndShare) {
        int slash = colorAndShare.indexOf('/');
        return new Swatch(colorAndShare.substring(0, slash), Integer.parseInt(colorAndShare.substring(slash + 1)));
    }
}
