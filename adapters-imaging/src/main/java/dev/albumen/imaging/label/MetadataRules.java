package dev.albumen.imaging.label;

import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.TakenAt;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.tag.TagName;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a picture's metadata tells: the camera, the season, the time of day. */
final class MetadataRules {

    private static final String TIME = "time";
    private static final List<String> NORTHERN_SEASONS = List.of("winter", "spring", "summer", "autumn");
    /** Between the tropics there are no four seasons. */
    private static final double TROPIC = 23.4;
    /** About as many people live north of the equator, and so take pictures there. */
    private static final double IN_THE_NORTH = 0.85;
    private static final double CLOCK_IS_RIGHT = 0.93;
    private static final double NEAR_A_BOUND = 0.65;
    private static final int BOUND_MINUTES = 30;
    /** Those that programs change, or that tell of another moment. */
    private static final Set<TakenAt.Source> DOUBTFUL = Set.of(
            TakenAt.Source.EXIF_MODIFIED, TakenAt.Source.XMP, TakenAt.Source.IPTC, TakenAt.Source.CONTAINER);
    private static final double DOUBT = 0.7;

    private MetadataRules() {}

    static List<Finding> of(Image image) {
        List<Finding> found = new ArrayList<>();
        camera(image.metadata().camera()).ifPresent(found::add);
        TakenAt taken = image.metadata().taken();
        if (taken != null) {
            double trust = taken.source() != null && DOUBTFUL.contains(taken.source()) ? DOUBT : 1;
            season(taken, image.metadata().gps(), trust).ifPresent(found::add);
            timeOfDay(taken, trust).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Finding> camera(@Nullable String camera) {
        return Optional.ofNullable(camera).flatMap(TagName::ofKeyword)
                .map(name -> new Finding(name, "camera", Confidence.CERTAIN, List.of()));
    }

    private static Optional<Finding> season(TakenAt taken, ImageMetadata.@Nullable Gps gps, double trust) {
        if (gps != null && Math.abs(gps.latitude()) < TROPIC) {
            return Optional.empty();
        }
        // Of three months each, as weather services count.
        int quarter = local(taken).getMonthValue() % 12 / 3;
        boolean south = gps != null && gps.latitude() < 0;
        String name = NORTHERN_SEASONS.get((quarter + (south ? 2 : 0)) % 4);
        return Optional.of(PixelRules.finding(name, "season", trust * (gps == null ? IN_THE_NORTH : 0.97)));
    }

    /** By the camera's clock, which shows the time where it is; a clock of the world tells nothing without an offset. */
    private static Optional<Finding> timeOfDay(TakenAt taken, double trust) {
        boolean ofTheWorld = taken.source() == TakenAt.Source.CONTAINER || taken.source() == TakenAt.Source.GPS;
        if (ofTheWorld && taken.offset() == null) {
            return Optional.empty();
        }
        LocalTime clock = local(taken).toLocalTime();
        String name = name(clock);
        boolean near = !name.equals(name(clock.plusMinutes(BOUND_MINUTES))) || !name.equals(name(clock.minusMinutes(BOUND_MINUTES)));
        return Optional.of(PixelRules.finding(name, TIME, trust * (near ? NEAR_A_BOUND : CLOCK_IS_RIGHT)));
    }

    private static String name(LocalTime clock) {
        int hour = clock.getHour();
        if (hour >= 5 && hour < 12) {
            return "morning";
        }
        if (hour >= 12 && hour < 17) {
            return "afternoon";
        }
        return hour >= 17 && hour < 22 ? "evening" : "night";
    }

    private static OffsetDateTime local(TakenAt taken) {
        ZoneOffset offset = taken.offset();
        return taken.at().atOffset(offset == null ? ZoneOffset.UTC : offset);
    }
}
