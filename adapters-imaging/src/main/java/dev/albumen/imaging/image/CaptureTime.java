package dev.albumen.imaging.image;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import dev.albumen.domain.image.TakenAt;
import dev.albumen.domain.image.TakenAt.Source;
import dev.albumen.domain.image.TakenAt.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a picture was taken: by the most trusted clock that shows a possible time, and by the offset that goes with it,
 * else by the offset that XMP or the satellites' time gives the same clock, else as if it showed UTC.
 */
final class CaptureTime {

    private static final Instant FIRST_QUICKTIME = Instant.parse("1991-01-01T00:00:00Z");
    private static final Instant FIRST_PHOTOGRAPH = Instant.parse("1826-01-01T00:00:00Z");
    /** No place's clock is further from UTC. */
    private static final Duration FURTHEST_ZONE = Duration.ofHours(15);
    private static final long QUARTER_SECONDS = 15 * 60;
    /** How far a camera's clock and the satellites' may differ beside the offset, for the offset to be believed. */
    private static final long DRIFT_SECONDS = 5 * 60;

    private final Metadata directories;
    private final XmpProperties xmp;
    private final VideoNotes video;
    private final Instant latest;

    /** @param latest what a camera's clock may show at most, in any zone */
    CaptureTime(MetadataBlocks blocks, Instant latest) {
        this.directories = blocks.directories();
        this.xmp = blocks.xmp();
        this.video = blocks.video();
        this.latest = latest;
    }

    private record Clock(LocalTimestamp shows, Source source) {}

    @Nullable TakenAt taken() {
        Directory photo = directories.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Directory image = directories.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return Stream.of(
                        video.recorded().map(time -> new Clock(time, Source.QUICKTIME)),
                        exif(photo, ExifDirectoryBase.TAG_DATETIME_ORIGINAL, ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL, Source.EXIF_ORIGINAL),
                        exif(photo, ExifDirectoryBase.TAG_DATETIME_DIGITIZED, ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED, Source.EXIF_DIGITIZED),
                        xmp().map(time -> new Clock(time, Source.XMP)),
                        iptc().map(time -> new Clock(time, Source.IPTC)),
                        exif(image, ExifDirectoryBase.TAG_DATETIME, ExifDirectoryBase.TAG_TIME_ZONE, Source.EXIF_MODIFIED))
                .flatMap(Optional::stream)
                .filter(clock -> possible(clock.shows().time().toInstant(ZoneOffset.UTC)))
                .findFirst()
                .map(this::placed)
                .or(() -> satellites().map(CaptureTime::bySatellites))
                .or(() -> video.written().filter(this::sinceThereAreVideos).map(CaptureTime::byContainer))
                .orElse(null);
    }

    private TakenAt placed(Clock clock) {
        LocalDateTime shown = clock.shows().time();
        Optional<ZoneOffset> stated = Optional.ofNullable(clock.shows().offset()).or(() -> sameInXmp(shown));
        if (stated.isPresent()) {
            return new TakenAt(shown.toInstant(stated.get()), stated.get(), clock.source(), Zone.STATED);
        }
        Instant asUtc = shown.toInstant(ZoneOffset.UTC);
        return satellites()
                .filter(time -> Duration.between(time, asUtc).abs().compareTo(FURTHEST_ZONE) < 0)
                .map(time -> byDifference(shown, time, clock.source()))
                .orElseGet(() -> new TakenAt(asUtc, null, clock.source(), Zone.ASSUMED_UTC));
    }

    /** Zones differ by quarters of an hour. Where clock and satellites differ otherwise, the clock is wrong. */
    private static TakenAt byDifference(LocalDateTime shown, Instant satellites, Source source) {
        long seconds = shown.toEpochSecond(ZoneOffset.UTC) - satellites.getEpochSecond();
        long offset = Math.round((double) seconds / QUARTER_SECONDS) * QUARTER_SECONDS;
        if (Math.abs(seconds - offset) > DRIFT_SECONDS) {
            return bySatellites(satellites);
        }
        ZoneOffset zone = ZoneOffset.ofTotalSeconds((int) offset);
        return new TakenAt(shown.toInstant(zone), zone, source, Zone.GPS);
    }

    private static TakenAt bySatellites(Instant time) {
        return new TakenAt(time, null, Source.GPS, Zone.GPS);
    }

    private static TakenAt byContainer(Instant time) {
        return new TakenAt(time, null, Source.CONTAINER, Zone.ASSUMED_UTC);
    }

    private Optional<Clock> exif(@Nullable Directory directory, int tag, int zoneTag, Source source) {
        if (directory == null) {
            return Optional.empty();
        }
        Directory photo = directories.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        return LocalTimestamp.ofExif(directory.getString(tag), Stream.of(zoneTag, ExifDirectoryBase.TAG_TIME_ZONE)
                        .flatMap(zone -> Optional.ofNullable(photo == null ? null : photo.getString(zone)).stream())
                        .findFirst().orElse(null))
                .map(time -> new Clock(time, source));
    }

    private Optional<LocalTimestamp> xmp() {
        return Stream.of("exif:DateTimeOriginal", "photoshop:DateCreated", "xmp:CreateDate")
                .flatMap(name -> xmp.text(name).flatMap(LocalTimestamp::ofXmp).stream())
                .findFirst();
    }

    /** Programs that know the zone write it into XMP, beside EXIF's time as the camera left it. */
    private Optional<ZoneOffset> sameInXmp(LocalDateTime shown) {
        return xmp().filter(time -> time.time().truncatedTo(ChronoUnit.MINUTES).equals(shown.truncatedTo(ChronoUnit.MINUTES)))
                .map(LocalTimestamp::offset);
    }

    private Optional<LocalTimestamp> iptc() {
        IptcDirectory iptc = directories.getFirstDirectoryOfType(IptcDirectory.class);
        return iptc == null ? Optional.empty() : LocalTimestamp.ofIptc(
                iptc.getString(IptcDirectory.TAG_DATE_CREATED), iptc.getString(IptcDirectory.TAG_TIME_CREATED));
    }

    private Optional<Instant> satellites() {
        GpsDirectory gps = directories.getFirstDirectoryOfType(GpsDirectory.class);
        Date date = gps == null ? null : gps.getGpsDate();
        return Optional.ofNullable(date).map(Date::toInstant).filter(this::possible);
    }

    /** Recorders that do not know the time write the first one of some calendar. */
    private boolean sinceThereAreVideos(Instant time) {
        return !time.isBefore(FIRST_QUICKTIME) && possible(time);
    }

    private boolean possible(Instant time) {
        return !time.isBefore(FIRST_PHOTOGRAPH) && !time.isAfter(latest);
    }
}
