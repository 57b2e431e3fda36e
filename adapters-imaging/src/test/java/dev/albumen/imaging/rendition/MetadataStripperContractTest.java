package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.MetadataStripper;
import dev.albumen.application.rendition.MetadataStripperContract;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.PlantedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract itself under test: a stripper with one fault must not pass it. */
class MetadataStripperContractTest {

    private static Fault planted = Fault.COPIES_EVERYTHING;

    enum Fault {
        COPIES_EVERYTHING("leavesNothingPrivate"),
        KEEPS_THE_TAIL("leavesNothingPrivate"),
        FORGETS_THE_ORIENTATION("keepsTheOrientationAndNothingElseOfExif"),
        ENCODES_AGAIN("keepsEveryPixel"),
        DROPS_THE_PROFILE("keepsTheColorProfile"),
        GROWS_EACH_TIME("strippingTwiceChangesNothingMore"),
        LEAVES_HALF_A_FILE("refusesABrokenFileAndLeavesNone"),
        STRIPS_IN_PLACE("leavesTheOriginalAsItWas");

        private final String foundBy;

        Fault(String foundBy) {
            this.foundBy = foundBy;
        }
    }

    /** Nested, so that it only runs from here. */
    static class OnAPlantedStripper extends SegmentStripperTest {
        @Override
        protected MetadataStripper stripper() {
            return new FaultyStripper(planted);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAFault(Fault fault) {
        planted = fault;
        PlantedRun.assertFinds(OnAPlantedStripper.class, fault.foundBy);
    }

    /** @param fault the one thing that it does wrong */
    private record FaultyStripper(Fault fault) implements MetadataStripper {

        private static final MetadataStripper SOUND = new SegmentStripper();

        @Override
        public boolean strips(MediaType mediaType) {
            return SOUND.strips(mediaType);
        }

        @Override
        public void strip(Path original, MediaType mediaType, Path to) throws UndecodableException {
            try {
                strip(original, mediaType, to, Files.readAllBytes(original));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void strip(Path original, MediaType mediaType, Path to, byte[] bytes) throws IOException, UndecodableException {
            if (fault == Fault.COPIES_EVERYTHING) {
                Files.copy(original, to);
                return;
            }
            try {
                SOUND.strip(original, mediaType, to);
            } catch (UndecodableException e) {
                if (fault == Fault.LEAVES_HALF_A_FILE) {
                    Files.write(to, bytes);
                }
                throw e;
            }
            byte[] stripped = Files.readAllBytes(to);
            switch (fault) {
                case KEEPS_THE_TAIL -> Files.write(to, bytes, StandardOpenOption.APPEND);
                case FORGETS_THE_ORIENTATION -> Files.write(to, without(stripped, "Exif"));
                case DROPS_THE_PROFILE -> Files.write(to, without(stripped, "ICC_PROFILE"));
                case ENCODES_AGAIN -> {
                    stripped[stripped.length / 2] ^= 1;
                    Files.write(to, stripped);
                }
                case GROWS_EACH_TIME -> Files.write(to, new byte[] {(byte) bytes.length}, StandardOpenOption.APPEND);
                case STRIPS_IN_PLACE -> Files.write(original, stripped);
                case COPIES_EVERYTHING, LEAVES_HALF_A_FILE -> { }
            }
        }

        /** Makes a segment unknown by spoiling its name. */
        private static byte[] without(byte[] file, String name) {
            int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(name);
            if (at >= 0) {
                file[at] = 'x';
            }
            return file;
        }
    }
}
