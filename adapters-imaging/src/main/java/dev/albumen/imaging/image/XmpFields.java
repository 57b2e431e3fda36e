package dev.albumen.imaging.image;

import dev.albumen.domain.image.ImageMetadata.Exposure;
import dev.albumen.domain.image.ImageMetadata.Gps;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What EXIF says, where a program left it in XMP alone; what cannot be true is left out. */
final class XmpFields {

    private static final int MAX_NUMBER = 40;
    private static final Pattern DEGREES = Pattern.compile(
            "(\\d{1,3}),(\\d{1,2}(?:\\.\\d{1,12})?)(?:,(\\d{1,2}(?:\\.\\d{1,12})?))?([NSEW])");
    private static final Pattern RATIONAL = Pattern.compile("(-?\\d{1,10}(?:\\.\\d{1,12})?)(?:/(\\d{1,10}))?");

    private final XmpProperties xmp;

    XmpFields(XmpProperties xmp) {
        this.xmp = xmp;
    }

    Optional<String> make() {
        return xmp.text("tiff:Make");
    }

    Optional<String> model() {
        return xmp.text("tiff:Model");
    }

    Optional<String> lens() {
        return xmp.text("exifEX:LensModel", "aux:Lens");
    }

    @Nullable Exposure exposure() {
        Double iso = number("exif:ISOSpeedRatings", "exifEX:PhotographicSensitivity").filter(value -> value >= 1 && value <= 1e8).orElse(null);
        Exposure exposure = new Exposure(positive("exif:ExposureTime", 1e6), positive("exif:FNumber", 1e4),
                iso == null ? null : iso.intValue(), positive("exif:FocalLength", 1e6));
        return exposure.equals(new Exposure(null, null, null, null)) ? null : exposure;
    }

    @Nullable Gps position() {
        Optional<Double> latitude = degrees("exif:GPSLatitude", 90);
        Optional<Double> longitude = degrees("exif:GPSLongitude", 180);
        if (latitude.isEmpty() || longitude.isEmpty() || latitude.get() == 0 && longitude.get() == 0) {
            return null;
        }
        boolean below = xmp.text("exif:GPSAltitudeRef").filter("1"::equals).isPresent();
        Double altitude = number("exif:GPSAltitude").filter(metres -> Math.abs(metres) <= 100_000).orElse(null);
        return new Gps(latitude.get(), longitude.get(), altitude == null || !below ? altitude : Double.valueOf(-altitude));
    }

    private @Nullable Double positive(String name, double max) {
        return number(name).filter(value -> value > 0 && value <= max).orElse(null);
    }

    private Optional<Double> number(String... names) {
        return xmp.text(names).flatMap(text -> CleanText.of(text, MAX_NUMBER)).flatMap(text -> {
            Matcher found = RATIONAL.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            double below = found.group(2) == null ? 1 : Double.parseDouble(found.group(2));
            return below == 0 ? Optional.empty() : Optional.of(Double.parseDouble(found.group(1)) / below);
        });
    }

    private Optional<Double> degrees(String name, double max) {
        return xmp.text(name).flatMap(text -> CleanText.of(text, MAX_NUMBER)).flatMap(text -> {
            Matcher found = DEGREES.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            double seconds = found.group(3) == null ? 0 : Double.parseDouble(found.group(3));
            double degrees = Double.parseDouble(found.group(1)) + Double.parseDouble(found.group(2)) / 60 + seconds / 3600;
            boolean negative = found.group(4).equals("S") || found.group(4).equals("W");
            return degrees <= max ? Optional.of(negative ? -degrees : degrees) : Optional.empty();
        });
    }
}
