package dev.albumen.imaging.image;

import dev.albumen.application.image.MetadataReader;
import dev.albumen.application.image.MetadataReaderContract;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.PlantedRun;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jspecify.annotations.Nullable;

/** The contract itself under test: a reader with one fault must not pass it. */
class MetadataReaderContractTest {

    private static Fault planted = Fault.READS_NOTHING;

    enum Fault {
        READS_NOTHING("readsWhatATelephoneWrites"),
        TAKES_EAST_FOR_WEST("readsWhatATelephoneWrites"),
        READS_JPEG_ONLY("readsTheSameFromOtherKinds"),
        FORGETS_THE_PROFILE("namesTheColorProfile"),
        INVENTS_A_PLACE("aFileWithoutMetadataHasNone"),
        INVENTS_A_TIME("leavesOutWhatCannotBeTrue"),
        TAKES_THE_CLOCK_FOR_LOCAL("takesAClockWithoutAnOffsetForUtc"),
        KEEPS_ZEROS("cleansWhatADatabaseCannotStore"),
        RETURNS_NULL("damageAnywhereThrowsNothing");

        private final String foundBy;

        Fault(String foundBy) {
            this.foundBy = foundBy;
        }
    }

    /** Nested, so that it only runs from here. */
    static class OnAPlantedReader extends MetadataReaderContract {
        @Override
        protected MetadataReader reader() {
            return (file, mediaType) -> spoiled(new ExtractorMetadataReader().read(file, mediaType), mediaType);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAFault(Fault fault) {
        planted = fault;
        PlantedRun.assertFinds(OnAPlantedReader.class, fault.foundBy);
    }

    private static ImageMetadata spoiled(ImageMetadata sound, MediaType mediaType) {
        return switch (planted) {
            case READS_NOTHING -> ImageMetadata.NONE;
            case READS_JPEG_ONLY -> mediaType == MediaType.JPEG ? sound : ImageMetadata.NONE;
            case TAKES_EAST_FOR_WEST -> with(sound, sound.takenAt(), new Gps(47.5, 8.25, 408.0), sound.colorProfile());
            case FORGETS_THE_PROFILE -> with(sound, sound.takenAt(), sound.gps(), null);
            case INVENTS_A_PLACE -> with(sound, sound.takenAt(), new Gps(0, 0, null), sound.colorProfile());
            case INVENTS_A_TIME -> with(sound, Instant.EPOCH, sound.gps(), sound.colorProfile());
            case TAKES_THE_CLOCK_FOR_LOCAL -> with(
                    sound, Instant.parse("2024-07-14T16:30:15Z"), sound.gps(), sound.colorProfile());
            case KEEPS_ZEROS -> new ImageMetadata(sound.takenAt(), sound.camera(), "35\0mm", sound.exposure(), sound.gps(),
                    sound.colorProfile(), Map.of());
            case RETURNS_NULL -> null;
        };
    }

    private static ImageMetadata with(
            ImageMetadata sound, @Nullable Instant takenAt, @Nullable Gps gps, @Nullable String colorProfile) {
        return new ImageMetadata(takenAt, sound.camera(), sound.lens(), sound.exposure(), gps, colorProfile, sound.raw());
    }
}
