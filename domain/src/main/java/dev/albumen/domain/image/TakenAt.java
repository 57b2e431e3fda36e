package dev.albumen.domain.image;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a picture was taken, and how that was found.
 *
 * @param offset of the camera's clock from UTC; {@code null} where nothing says it
 * @param source what gave the time; {@code null} where that was not recorded yet
 * @param zone what gave the offset; {@code null} where that was not recorded yet
 */
public record TakenAt(Instant at, @Nullable ZoneOffset offset, @Nullable Source source, @Nullable Zone zone) {

    /** Which of a file's times was taken, by falling trust. */
    public enum Source {
        /** QuickTime's creation date of a video. */
        QUICKTIME,
        /** EXIF's DateTimeOriginal. */
        EXIF_ORIGINAL,
        /** EXIF's DateTimeDigitized. */
        EXIF_DIGITIZED,
        /** XMP: exif:DateTimeOriginal, photoshop:DateCreated or xmp:CreateDate. */
        XMP,
        /** IPTC-IIM's date and time created. */
        IPTC,
        /** EXIF's DateTime, which programs change. */
        EXIF_MODIFIED,
        /** The satellites' date and time. */
        GPS,
        /** When a video's container was begun. */
        CONTAINER
    }

    /** How the clock's time became one of the world's. */
    public enum Zone {
        /** The file says the offset. */
        STATED,
        /** By the satellites' time in the same file. */
        GPS,
        /** Nothing says it, so the clock is taken to show UTC. */
        ASSUMED_UTC
    }

    /** The same without what tells roughly where on Earth it was. */
    TakenAt withoutPlace() {
        return new TakenAt(at, null, source, null);
    }
}
