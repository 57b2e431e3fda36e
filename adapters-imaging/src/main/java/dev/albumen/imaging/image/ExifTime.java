package dev.albumen.imaging.image;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a picture was taken. */
final class ExifTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_PHOTOGRAPH = 1826;
    private static final int LAST_YEAR = 2199;
    /** No place's clock is further from UTC. */
    private static final Duration FURTHEST_ZONE = Duration.ofHours(15);

    private ExifTime() {}

    /** By the camera's clock and its offset; without an offset by GPS, which gives UTC, if it fits; else as if in UTC. */
    static @Nullable Instant of(Metadata metadata) {
        Directory photo = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Optional<LocalDateTime> original = local(photo, ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
        Optional<LocalDateTime> clock = original
                .or(() -> local(photo, ExifDirectoryBase.TAG_DATETIME_DIGITIZED))
                .or(() -> local(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class), ExifDirectoryBase.TAG_DATETIME));
        if (clock.isEmpty()) {
            return null;
        }
        Instant asUtc = clock.get().toInstant(ZoneOffset.UTC);
        return offset(photo)
                .map(offset -> clock.get().toInstant(offset))
                .or(() -> satellites(metadata).filter(time -> Duration.between(asUtc, time).abs().compareTo(FURTHEST_ZONE) < 0))
                .orElse(asUtc);
    }

    private static Optional<LocalDateTime> local(@Nullable Directory directory, int tag) {
        return CleanText.of(directory == null ? null : directory.getString(tag), 40).flatMap(text -> {
            try {
                LocalDateTime time = LocalDateTime.parse(text, FORM);
                return Optional.of(time).filter(t -> t.getYear() >= FIRST_PHOTOGRAPH && t.getYear() <= LAST_YEAR);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<ZoneOffset> offset(@Nullable Directory photo) {
        if (photo == null) {
            return Optional.empty();
        }
        String offset = photo.getString(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
        return CleanText.of(offset == null ? photo.getString(ExifDirectoryBase.TAG_TIME_ZONE) : offset, 10).flatMap(text -> {
            try {
                return Optional.of(ZoneOffset.of(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Instant> satellites(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        Date date = gps == null ? null : gps.getGpsDate();
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
