package dev.albumen.imaging.image;

import dev.albumen.application.image.Inspector;
import dev.albumen.application.image.InspectorContract;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.imaging.PlantedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract itself under test: an inspector with one fault must not pass it. */
class InspectorContractTest {

    private static Fault planted = Fault.BELIEVES_NAMES;

    enum Fault {
        BELIEVES_NAMES("tellsKindAndSize"),
        GIVES_THE_SIZE_AS_STORED("givesTheSizeAsShown"),
        WANTS_THE_END_TO_BE_LAST("doesNotMindWhatFollowsTheEndOfAJpeg"),
        ACCEPTS_TEXT("refusesWhatIsNoPictureAndNamesWhatIsAccepted"),
        NAMES_NOTHING("refusesWhatIsNoPictureAndNamesWhatIsAccepted"),
        ACCEPTS_HALF_FILES("refusesWhatIsTruncated"),
        KNOWS_NO_LIMIT("refusesTooManyPixelsBeforeDecoding"),
        COUNTS_THE_LIMIT_OUT("theLimitIsInclusive"),
        ACCEPTS_NO_PIXELS("refusesASizeOfZero"),
        THROWS_WHAT_IT_LIKES("damageAnywhereGivesAnAnswerOrARefusalAndNothingElse");

        private final String foundBy;

        Fault(String foundBy) {
            this.foundBy = foundBy;
        }
    }

    /** Nested, so that it only runs from here. */
    static class OnAPlantedInspector extends InspectorContract {
        @Override
        protected Inspector inspector(ImageLimits limits) {
            return new FaultyInspector(planted, limits);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAFault(Fault fault) {
        planted = fault;
        PlantedRun.assertFinds(OnAPlantedInspector.class, fault.foundBy);
    }

    /** @param fault the one thing that it does wrong */
    private record FaultyInspector(Fault fault, ImageLimits limits) implements Inspector {

        @Override
        public Set<MediaType> accepted() {
            return new StructureInspector(limits, AcceptedTypes.ofPureJava()).accepted();
        }

        @Override
        public Inspection inspect(Path file) {
            long maxPixels = switch (fault) {
                case KNOWS_NO_LIMIT -> Long.MAX_VALUE;
                case COUNTS_THE_LIMIT_OUT -> limits.maxPixels() - 1;
                default -> limits.maxPixels();
            };
            try {
                return spoiled(new StructureInspector(new ImageLimits(limits.maxBytes(), maxPixels), AcceptedTypes.ofPureJava()).inspect(file), file);
            } catch (RefusedException e) {
                return switch (fault) {
                    case ACCEPTS_TEXT, ACCEPTS_HALF_FILES, ACCEPTS_NO_PIXELS -> new Inspection(MediaType.JPEG, new Dimensions(1, 1));
                    case THROWS_WHAT_IT_LIKES -> throw new IllegalArgumentException(e);
                    case NAMES_NOTHING -> throw new Refusal.UnsupportedType("No.").thrown();
                    default -> throw e;
                };
            }
        }

        private Inspection spoiled(Inspection sound, Path file) {
            return switch (fault) {
                case BELIEVES_NAMES -> new Inspection(MediaType.JPEG, sound.dimensions());
                case GIVES_THE_SIZE_AS_STORED -> new Inspection(sound.mediaType(), stored(file, sound.mediaType()));
                case WANTS_THE_END_TO_BE_LAST -> {
                    if (sound.mediaType() == MediaType.JPEG && !endsWithItsEnd(file)) {
                        throw new Refusal.Unprocessable("image-truncated", "No end.").thrown();
                    }
                    yield sound;
                }
                default -> sound;
            };
        }

        private static Dimensions stored(Path file, MediaType mediaType) {
            try (FileBytes bytes = FileBytes.open(file)) {
                return Header.read(bytes, mediaType).stored();
            } catch (IOException | BrokenFileException e) {
                throw new IllegalStateException(e);
            }
        }

        private static boolean endsWithItsEnd(Path file) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                return bytes[bytes.length - 2] == (byte) 0xFF && bytes[bytes.length - 1] == (byte) 0xD9;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
