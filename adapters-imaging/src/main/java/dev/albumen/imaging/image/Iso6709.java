package dev.albumen.imaging.image;

import dev.albumen.domain.image.ImageMetadata.Gps;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place as ISO 6709 writes it, such as {@code +59.9000+010.7000+012.3/}: in degrees, in degrees and minutes
 * ({@code +5954.0+01042.0/}) or down to seconds, by the number of digits.
 */
final class Iso6709 {

    private static final String NUMBER = "([+-])(\\d{%s})(\\.\\d{1,12})?";
    private static final Pattern FORM = Pattern.compile(
            NUMBER.formatted("2,6") + NUMBER.formatted("3,7") + "([+-]\\d{1,6}(?:\\.\\d{1,12})?)?(?:CRS\\w{1,20})?/?");
    private static final double MAX_METRES = 100_000;

    private Iso6709() {}

    /** Empty for what is no place on Earth, and for zeros, which devices write that do not know. */
    static Optional<Gps> parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        double latitude = degrees(found, 1, 2);
        double longitude = degrees(found, 4, 3);
        Double altitude = found.group(7) == null ? null : Double.valueOf(found.group(7));
        return of(latitude, longitude, altitude == null || Math.abs(altitude) > MAX_METRES ? null : altitude);
    }

    /** The same for numbers. */
    static Optional<Gps> of(double latitude, double longitude, @Nullable Double altitude) {
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return onEarth && (latitude != 0 || longitude != 0) ? Optional.of(new Gps(latitude, longitude, altitude)) : Optional.empty();
    }

    /** @param whole how many digits the degrees have; NaN where what follows is no minutes and seconds */
    private static double degrees(Matcher found, int group, int whole) {
        String digits = found.group(group + 1);
        String fraction = found.group(group + 2) == null ? "" : found.group(group + 2);
        int behind = digits.length() - whole;
        double degrees = Double.parseDouble(digits.substring(0, whole) + (behind == 0 ? fraction : ""));
        if (behind >= 2) {
            degrees += sixtieth(digits.substring(whole, whole + 2) + (behind == 2 ? fraction : "")) / 60;
        }
        if (behind == 4) {
            degrees += sixtieth(digits.substring(whole + 2) + fraction) / 3600;
        }
        if (behind % 2 != 0) {
            return Double.NaN;
        }
        return found.group(group).equals("-") ? -degrees : degrees;
    }

    private static double sixtieth(String text) {
        double value = Double.parseDouble(text);
        return value < 60 ? value : Double.NaN;
    }
}
