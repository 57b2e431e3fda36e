package dev.albumen.rest.share.page;

import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a picture's metadata says, for people. */
final class Facts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final List<ImagePage.Fact> facts = new ArrayList<>();

    private Facts() {}

    /** @param image as it is disclosed to whoever sees the page */
    static List<ImagePage.Fact> of(Image image) {
        Facts of = new Facts();
        ImageMetadata metadata = image.metadata();
        Caption caption = metadata.caption();
        of.add("File", image.filename());
        of.add("Taken", time(image.takenAt(), metadata));
        of.add("Camera", metadata.camera());
        of.add("Lens", metadata.lens());
        of.add("Exposure", exposure(metadata.exposure()));
        of.add("Place", place(metadata));
        of.add("By", caption.creator());
        of.add("Rights", caption.copyright());
        of.add("Keywords", String.join(", ", caption.keywords()));
        of.add("Size", image.dimensions().width() + " × " + image.dimensions().height());
        return of.facts;
    }

    private void add(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new ImagePage.Fact(name, value));
        }
    }

    /** By the camera's clock, where that is known. */
    private static @Nullable String time(@Nullable Instant at, ImageMetadata metadata) {
        if (at == null) {
            return null;
        }
        ZoneOffset offset = metadata.taken() == null || !at.equals(metadata.taken().at()) ? null : metadata.taken().offset();
        return TIME.format(at.atOffset(offset == null ? ZoneOffset.UTC : offset));
    }

    private static @Nullable String exposure(ImageMetadata.@Nullable Exposure exposure) {
        if (exposure == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        if (exposure.seconds() != null && exposure.seconds() > 0) {
            parts.add(exposure.seconds() < 0.3 ? "1/" + Math.round(1 / exposure.seconds()) + " s" : number(exposure.seconds()) + " s");
        }
        if (exposure.aperture() != null) {
            parts.add("f/" + number(exposure.aperture()));
        }
        if (exposure.iso() != null) {
            parts.add("ISO " + exposure.iso());
        }
        if (exposure.focalLength() != null) {
            parts.add(number(exposure.focalLength()) + " mm");
        }
        return String.join(" · ", parts);
    }

    private static @Nullable String place(ImageMetadata metadata) {
        ImageMetadata.Gps gps = metadata.gps();
        String named = metadata.place() == null ? "" : metadata.place().title() + " · ";
        return gps == null ? null : named + String.format(Locale.ROOT, "%.5f° %s, %.5f° %s", Math.abs(gps.latitude()),
                gps.latitude() < 0 ? "S" : "N", Math.abs(gps.longitude()), gps.longitude() < 0 ? "W" : "E");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
