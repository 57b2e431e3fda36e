package dev.albumen.domain.image;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's file says about how it was made.
 *
 * @param taken when; {@code null} where the file does not say
 * @param camera make and model in one line, without the make said twice
 * @param lens the lens model
 * @param exposure how the light was caught
 * @param gps where
 * @param colorProfile the ICC profile's description
 * @param caption what people wrote about it
 * @param raw every directory of the file as text, by directory and tag name, bounded in number and length
 */
public record ImageMetadata(
        @Nullable TakenAt taken,
        @Nullable String camera,
        @Nullable String lens,
        @Nullable Exposure exposure,
        @Nullable Gps gps,
        @Nullable String colorProfile,
        Caption caption,
        Map<String, Map<String, String>> raw) {

    public static final ImageMetadata NONE =
            new ImageMetadata(null, null, null, null, null, null, Caption.NONE, Map.of());

    public @Nullable Instant takenAt() {
        return taken == null ? null : taken.at();
    }

    /**
     * The same without where the picture was taken, without the words and the clock's offset, which may tell it, and
     * without the raw directories.
     */
    public ImageMetadata withoutPlace() {
        return new ImageMetadata(taken == null ? null : taken.withoutPlace(), camera, lens, exposure, null, colorProfile,
                caption.withoutPlace(), Map.of());
    }

    /** The same without the raw directories. */
    public ImageMetadata withoutRaw() {
        return new ImageMetadata(taken, camera, lens, exposure, gps, colorProfile, caption, Map.of());
    }

    /**
     * @param seconds shutter time
     * @param aperture f-number
     * @param iso sensitivity (ISO 12232)
     * @param focalLength in millimetres
     */
    public record Exposure(@Nullable Double seconds, @Nullable Double aperture, @Nullable Integer iso, @Nullable Double focalLength) {}

    /**
     * @param latitude degrees north (WGS 84)
     * @param longitude degrees east
     * @param altitude metres above sea level
     */
    public record Gps(double latitude, double longitude, @Nullable Double altitude) {}
}
