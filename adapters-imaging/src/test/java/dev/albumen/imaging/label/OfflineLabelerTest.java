package dev.albumen.imaging.label;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.label.Labeler;
import dev.albumen.application.label.LabelerContract;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.TakenAt;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineLabelerTest extends LabelerContract {

    @Override
    protected Labeler labeler(BlobStore from) {
        return new OfflineLabeler(from);
    }

    @Test
    void namesTheCamera() throws Exception {
        assertThat(labels(anImage().build())).containsEntry("nikon z6", 1000);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T10:00:00+01:00, 59.9, winter, 970", "2026-04-15T10:00:00+01:00, 59.9, spring, 970",
        "2026-07-15T10:00:00+01:00, -33.9, winter, 970", "2026-10-15T10:00:00+01:00, -33.9, spring, 970",
        "2026-12-01T00:30:00+13:00, -41.3, summer, 970", "2026-09-30T12:00:00Z, , autumn, 850"
    })
    void tellsTheSeasonWhereItWas(OffsetDateTime taken, @Nullable Double latitude, String season, int confidence) throws Exception {
        assertThat(labels(taken(taken, TakenAt.Source.EXIF_ORIGINAL, latitude))).containsEntry(season, confidence);
    }

    @Test
    void knowsNoSeasonsBetweenTheTropics() throws Exception {
        assertThat(labels(taken(OffsetDateTime.parse("2026-07-15T10:00:00Z"), TakenAt.Source.EXIF_ORIGINAL, 1.3)))
                .doesNotContainKeys("winter", "spring", "summer", "autumn").containsKey("morning");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T08:30:00+09:00, morning, 930", "2026-01-15T12:10:00Z, afternoon, 650", "2026-01-15T19:00:00-08:00, evening, 930",
        "2026-01-15T23:59:00Z, night, 930", "2026-01-15T04:45:00Z, night, 650"
    })
    void tellsTheTimeByTheCamerasClock(OffsetDateTime taken, String time, int confidence) throws Exception {
        assertThat(labels(taken(taken, TakenAt.Source.EXIF_ORIGINAL, null))).containsEntry(time, confidence);
    }

    @Test
    void trustsATimeLessThatProgramsChange() throws Exception {
        Map<String, Integer> labels = labels(taken(OffsetDateTime.parse("2026-07-15T10:00:00Z"), TakenAt.Source.EXIF_MODIFIED, null));
        assertThat(labels).containsEntry("morning", 651).containsEntry("summer", 595);
    }

    @Test
    void doesNotTakeAContainersTimeForAClock() throws Exception {
        ImageMetadata said = said(new TakenAt(OffsetDateTime.parse("2026-07-15T10:00:00Z").toInstant(), null,
                TakenAt.Source.CONTAINER, TakenAt.Zone.ASSUMED_UTC), null);
        assertThat(labels(anImage().metadata(said).build())).doesNotContainKey("morning");
    }

    @Test
    void seesNoScreenWhereACameraWas() throws Exception {
        Image image = anImage().named("Screenshot 1.png").of(MediaType.PNG).measuring(1920, 1080).build();
        assertThat(labels(image)).doesNotContainKey("screenshot");
    }

    @Test
    void readsVeryThinPictures() throws Exception {
        for (int[] sides : new int[][] {{1, 1}, {1, 320}, {320, 1}}) {
            assertThat(labeler(blobs).label(kept(Pictures.jpeg(sides[0], sides[1], 1))).labels()).isNotEmpty();
        }
    }

    @Test
    void saysThatAPictureIsAtFaultWhoseThumbnailIsBroken() throws Exception {
        byte[] jpeg = Pictures.jpeg(320, 240);
        byte[] mixed = jpeg.clone();
        Arrays.fill(mixed, 2, 600, (byte) 0x55);
        for (byte[] broken : List.of(new byte[0], "<html></html>".getBytes(UTF_8), Arrays.copyOf(jpeg, 100), mixed)) {
            Image image = kept(broken);
            assertThatThrownBy(() -> labeler(blobs).label(image)).isInstanceOf(Labeler.UnreadableException.class);
        }
    }

    private Map<String, Integer> labels(Image image) throws Exception {
        kept(image, Pictures.jpeg(320, 240));
        return labeler(blobs).label(image).labels().stream()
                .collect(Collectors.toMap(finding -> finding.name().value(), finding -> finding.confidence().perMille()));
    }

    private static Image taken(OffsetDateTime when, TakenAt.Source source, @Nullable Double latitude) {
        boolean stated = !when.getOffset().equals(ZoneOffset.UTC);
        TakenAt taken = new TakenAt(when.toInstant(), stated ? when.getOffset() : null, source,
                stated ? TakenAt.Zone.STATED : TakenAt.Zone.ASSUMED_UTC);
        return anImage().metadata(said(taken, latitude)).build();
    }

    private static ImageMetadata said(TakenAt taken, @Nullable Double latitude) {
        return new ImageMetadata(taken, null, null, null, latitude == null ? null : new ImageMetadata.Gps(latitude, 10, null), null, null,
                ImageMetadata.NONE.caption(), Map.of());
    }
}
