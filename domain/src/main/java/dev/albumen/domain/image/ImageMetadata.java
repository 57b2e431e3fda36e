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
 * @param place what people call that; {@code null} where nobody has looked or nothing is near
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
        @Nullable Place place,
        @Nullable String colorProfile,
        Caption caption,
        Map<String, Map<String, String>> raw) {

    public static final ImageMetadata NONE =
            new ImageMetadata(null, null, null, null, null, null, null, Caption.NONE, Map.of());

    public @Nullable Instant takenAt() {
        return taken == null ? null : taken.at();
    }

    /**
     * The same without where the picture was taken, without the words and the clock's offset, which may tell it, and
     * without the raw directories.
     */
    public ImageMetadata withoutPlace() {
        return new ImageMetadata(taken == null ? null : taken.withoutPlace(), camera, lens, exposure, null, null, colorProfile,
                caption.withoutPlace(), Map.of());
    }

    /** The same without the raw directories. */
    public ImageMetadata withoutRaw() {
        return new ImageMetadata(taken, camera, lens, exposure, gps, place, colorProfile, caption, Map.of());
    }

    /** The same with what people call where the picture was taken. */
    public ImageMetadata at(@Nullable Place named) {
        return new ImageMetadata(taken, camera, lens, exposure, gps, named, colorProfile, caption, raw);
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
    public record Gps(double latitude, double longitude, @Nullable Double altitude) {

        /** The mean radius of the Earth. */
        public static final double EARTH_KM = 6371.0088;

        /** How far it is to there over the ground (great circle, by the haversine). */
        public double kilometresTo(double otherLatitude, double otherLongitude) {
            double north = Math.sin(Math.toRadians(latitude - otherLatitude) / 2);
            double east = Math.sin(Math.toRadians(longitude - otherLongitude) / 2);
            return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(north * north
                    + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(otherLatitude)) * east * east)));
        }
    }
}
