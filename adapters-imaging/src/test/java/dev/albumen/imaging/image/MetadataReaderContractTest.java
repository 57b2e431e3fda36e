package dev.albumen.imaging.image;

import dev.albumen.application.image.MetadataReader;
import dev.albumen.application.image.MetadataReaderContract;
import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.TakenAt;
import dev.albumen.imaging.PlantedRun;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
        READS_JPEG_ONLY("readsXmpInEveryKind"),
        FORGETS_THE_PROFILE("namesTheColorProfile"),
        INVENTS_A_PLACE("aFileWithoutMetadataHasNone"),
        INVENTS_A_TIME("leavesOutTimesThatCannotBe"),
        DOES_NOT_SAY_HOW("saysHowTheTimeWasFound"),
        READS_NO_CAPTION("readsIptc"),
        COUNTS_SIX_STARS("takesRatingsFromMinusOneToFive"),
        KEEPS_EVERY_WORD("takesAFewShortKeywords"),
        INFLATES_WHAT_IT_FINDS("staysWithinBoundsWhateverAFileHolds"),
        KEEPS_ZEROS("cleansWhatADatabaseCannotStore"),
        READS_SHORT_PACKETS("readsXmpThatOneSegmentOfAJpegCannotHold"),
        FORGETS_VIDEOS("readsWhenAndWhereAVideoWasMade"),
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
            return (file, mediaType) -> spoiled(new ExtractorMetadataReader(MetadataReaderContract.NOW).read(file, mediaType), mediaType);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAFault(Fault fault) {
        planted = fault;
        PlantedRun.assertFinds(OnAPlantedReader.class, fault.foundBy);
    }

    private static ImageMetadata spoiled(ImageMetadata sound, MediaType mediaType) {
        Caption caption = sound.caption();
        return switch (planted) {
            case READS_NOTHING -> ImageMetadata.NONE;
            case READS_JPEG_ONLY -> mediaType == MediaType.JPEG ? sound : ImageMetadata.NONE;
            case TAKES_EAST_FOR_WEST -> with(sound, sound.taken(), new Gps(38.7, 9.15, 408.0), sound.colorProfile(), caption);
            case FORGETS_THE_PROFILE -> with(sound, sound.taken(), sound.gps(), null, caption);
            case INVENTS_A_PLACE -> with(sound, sound.taken(), new Gps(0, 0, null), sound.colorProfile(), caption);
            case INVENTS_A_TIME -> with(sound, new TakenAt(Instant.EPOCH, null, null, null), sound.gps(), sound.colorProfile(), caption);
            case DOES_NOT_SAY_HOW -> with(sound, sound.taken() == null ? null : new TakenAt(sound.takenAt(), null, null, null),
                    sound.gps(), sound.colorProfile(), caption);
            case READS_NO_CAPTION -> with(sound, sound.taken(), sound.gps(), sound.colorProfile(), Caption.NONE);
            case COUNTS_SIX_STARS -> with(sound, sound.taken(), sound.gps(), sound.colorProfile(),
                    new Caption(null, null, null, null, 6, List.of()));
            case KEEPS_EVERY_WORD -> with(sound, sound.taken(), sound.gps(), sound.colorProfile(),
                    new Caption(null, null, null, null, null, Collections.nCopies(300, "w0")));
            case INFLATES_WHAT_IT_FINDS -> with(sound, sound.taken(), sound.gps(), new String(new byte[80 << 20]).strip(), caption);
            case KEEPS_ZEROS -> new ImageMetadata(sound.taken(), sound.camera(), "35\0mm", sound.exposure(), sound.gps(), sound.place(),
                    sound.colorProfile(), caption, Map.of());
            case READS_SHORT_PACKETS -> with(sound, sound.taken(), sound.gps(), sound.colorProfile(),
                    new Caption(caption.title(), null, caption.creator(), caption.copyright(), caption.rating(), caption.keywords()));
            case FORGETS_VIDEOS -> mediaType.isVideo() ? ImageMetadata.NONE : sound;
            case RETURNS_NULL -> null;
        };
    }

    private static ImageMetadata with(
            ImageMetadata sound, @Nullable TakenAt taken, @Nullable Gps gps, @Nullable String colorProfile, Caption caption) {
        return new ImageMetadata(taken, sound.camera(), sound.lens(), sound.exposure(), gps, sound.place(), colorProfile, caption, sound.raw());
    }
}
