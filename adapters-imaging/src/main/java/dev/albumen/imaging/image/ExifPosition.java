package dev.albumen.imaging.image;

import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.GpsDirectory;
import dev.albumen.domain.image.ImageMetadata.Gps;
import org.jspecify.annotations.Nullable;

/** Where a picture was taken, if that is a place on Earth. */
final class ExifPosition {

    private static final int BELOW_SEA_LEVEL = 1;

    private ExifPosition() {}

    static @Nullable Gps of(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        // devices without a fix write zeros
        if (place == null || place.isZero() || !within(place.getLatitude(), 90) || !within(place.getLongitude(), 180)) {
            return null;
        }
        return new Gps(place.getLatitude(), place.getLongitude(), altitude(gps));
    }

    private static @Nullable Double altitude(GpsDirectory gps) {
        Double metres = gps.getDoubleObject(GpsDirectory.TAG_ALTITUDE);
        if (metres == null || !within(metres, 100_000)) {
            return null;
        }
        Integer reference = gps.getInteger(GpsDirectory.TAG_ALTITUDE_REF);
        return reference != null && reference == BELOW_SEA_LEVEL ? Double.valueOf(-metres) : metres;
    }

    private static boolean within(double value, double bound) {
        return Math.abs(value) <= bound;
    }
}
