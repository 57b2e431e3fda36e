package dev.albumen.imaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Inspector.Inspection;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The kinds that only a native engine reads: their headers are read in Java all the same. */
class NativeKindsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = MediaType.class, names = {"AVIF", "HEIC", "JXL"})
    void tellsKindAndSize(MediaType type) throws IOException {
        assertThat(inspect(sample(type))).isEqualTo(new Inspection(type, new Dimensions(16, 16)));
    }

    @ParameterizedTest
    @EnumSource(value = MediaType.class, names = {"AVIF", "HEIC"})
    void refusesEveryLengthOfAFileButTheWhole(MediaType type) throws IOException {
        byte[] whole = sample(type);
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length))).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(value = MediaType.class, names = {"AVIF", "HEIC", "JXL"})
    void damageAnywhereGivesAnAnswerOrARefusalAndNothingElse(MediaType type) throws IOException {
        byte[] whole = sample(type);
        for (int at = 0; at < whole.length; at++) {
            for (int flip : new int[] {0xFF, 0x01, 0x80}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) flip;
                try {
                    inspect(damaged);
                } catch (RefusedException e) {
                    assertThat(e.refusal().detail()).isNotBlank();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 60, 40", "1, 40, 60", "2, 60, 40", "3, 40, 60"})
    void givesTheSizeAsTheDecoderTurnsIt(int quarters, int width, int height) throws IOException {
        assertThat(inspect(heif(60, 40, quarters)).dimensions()).isEqualTo(new Dimensions(width, height));
    }

    @Test
    void refusesTooManyPixelsBeforeDecoding() throws IOException {
        assertThat(refusal(heif(100_000, 100_000, 0))).isInstanceOf(Refusal.TooLarge.class);
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000", "300000, 1", "20000, 10001"})
    void refusesTooManyPixelsThatAreCroppedToAFew(int width, int height) throws IOException {
        byte[] cropped = heif(properties(size(width, height), crop(10, 1)), item(1, 1, 2));
        assertThat(refusal(cropped)).isInstanceOf(Refusal.TooLarge.class);
        assertThat(refusal(cropped).detail()).contains(width + "×" + height);
    }

    @Test
    void refusesTooManyPixelsOfATileOrASourceOfTheSmallPrimaryPicture() throws IOException {
        byte[] ofTiles = heif(properties(size(60, 40), size(100_000, 100_000)), item(1, 1), item(2, 2));
        assertThat(refusal(ofTiles)).isInstanceOf(Refusal.TooLarge.class);
        byte[] ofNobody = heif(properties(size(60, 40), size(100_000, 100_000)), item(1, 1));
        assertThat(refusal(ofNobody)).isInstanceOf(Refusal.TooLarge.class);
    }

    @ParameterizedTest
    @CsvSource({
        // as the file says it, in 16 bits, in 32 bits, and for pictures that are laid over each other
        "grid, 00000101 EA60 EA60", "grid, 00010101 000186A0 000186A0", "iovl, 0001 0000000000000000 000186A0 000186A0"})
    void refusesTooManyPixelsThatArePutTogetherOfFew(String type, String description) throws IOException {
        byte[] data = HexFormat.of().parseHex(description.replace(" ", ""));
        assertThat(refusal(derived(type, data, 1))).isInstanceOf(Refusal.TooLarge.class);
        assertThat(refusal(derived(type, data, 2)).detail()).contains("put together");
    }

    @Test
    void takesAFewPixelsThatArePutTogether() throws IOException {
        byte[] data = HexFormat.of().parseHex("00000101003C0028");
        assertThat(inspect(derived("grid", data, 1)).dimensions()).isEqualTo(new Dimensions(60, 40));
    }

    /** A picture of 60×40 by its properties, which is put together as some data in the meta box says. */
    private static byte[] derived(String type, byte[] data, int pieces) {
        byte[] info = box("infe", join(new byte[] {2, 0, 0, 0, 0, 1, 0, 0}, type.getBytes(StandardCharsets.US_ASCII), new byte[1]));
        ByteBuffer location = ByteBuffer.allocate(16 + 8 * pieces)
                .putInt(1 << 24).putShort((short) 0x4400).putShort((short) 1)
                .putShort((short) 1).putShort((short) 1).putShort((short) 0).putShort((short) pieces);
        for (int i = 0; i < pieces; i++) {
            location.putInt(0).putInt(data.length);
        }
        return heifWith(properties(size(60, 40)), join(box("iinf", join(new byte[] {0, 0, 0, 0, 0, 1}, info)),
                box("iloc", location.array()), box("idat", data)), item(1, 1));
    }

    @Test
    void refusesAPictureWithTwoSizes() throws IOException {
        byte[] small = heif(properties(size(100_000, 100_000), size(60, 40)), item(1, 1, 2));
        assertThat(refusal(small)).isInstanceOf(Refusal.TooLarge.class);
    }

    @Test
    void refusesAPictureThatIsDescribedTwice() throws IOException {
        byte[] small = heif(60, 40, 0);
        byte[] large = heif(100_000, 100_000, 0);
        assertThat(refusal(join(small, Arrays.copyOfRange(large, 24, large.length))).detail()).contains("twice");
        assertThat(refusal(join(large, Arrays.copyOfRange(small, 24, small.length))).detail()).contains("twice");
    }

    @Test
    void givesTheSizeAsTheDecoderCropsIt() throws IOException {
        byte[] cropped = heif(properties(size(64, 48), crop(60, 40)), item(1, 1, 2));
        assertThat(inspect(cropped).dimensions()).isEqualTo(new Dimensions(60, 40));
    }

    @Test
    void readsTheSizeOfAJpegXlWithoutAContainer() throws IOException {
        // not small, a height of 9 bits, no ratio, a width of 9 bits, all else default
        long bits = 99L << 3 | 199L << 17 | 1L << 26;
        byte[] file = ByteBuffer.allocate(12).put((byte) 0xFF).put((byte) 0x0A).putLong(Long.reverseBytes(bits)).array();
        assertThat(inspect(file)).isEqualTo(new Inspection(MediaType.JXL, new Dimensions(200, 100)));
    }

    private static byte[] heif(int width, int height, int quarters) {
        return heif(properties(size(width, height), box("irot", new byte[] {(byte) quarters})), item(1, 1, 2));
    }

    /** A file that is all header, with item 1 as the picture, and no pixels. */
    private static byte[] heif(byte[] properties, byte[]... items) {
        return heifWith(properties, new byte[0], items);
    }

    private static byte[] heifWith(byte[] properties, byte[] more, byte[]... items) {
        byte[] count = ByteBuffer.allocate(8).putInt(0).putInt(items.length).array();
        byte[] associations = box("ipma", join(count, join(items)));
        byte[] primary = box("pitm", new byte[] {0, 0, 0, 0, 0, 1});
        return join(
                box("ftyp", "avif\0\0\0\0avifmif1".getBytes(StandardCharsets.ISO_8859_1)),
                box("meta", join(new byte[4], primary, box("iprp", join(properties, associations)), more)),
                box("mdat", new byte[4]));
    }

    private static byte[] properties(byte[]... properties) {
        return box("ipco", join(properties));
    }

    private static byte[] size(int width, int height) {
        return box("ispe", ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
    }

    private static byte[] crop(int width, int height) {
        return box("clap", ByteBuffer.allocate(32)
                .putInt(width).putInt(1).putInt(height).putInt(1).putInt(0).putInt(1).putInt(0).putInt(1).array());
    }

    /** @param properties of the item, by their numbers */
    private static byte[] item(int id, int... properties) {
        ByteBuffer item = ByteBuffer.allocate(3 + properties.length).putShort((short) id).put((byte) properties.length);
        Arrays.stream(properties).forEach(property -> item.put((byte) property));
        return item.array();
    }

    private static byte[] box(String name, byte[] content) {
        return join(
                ByteBuffer.allocate(4).putInt(8 + content.length).array(), name.getBytes(StandardCharsets.ISO_8859_1), content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private static byte[] sample(MediaType type) throws IOException {
        try (InputStream in = NativeKindsTest.class.getResourceAsStream("tiny." + type.extension())) {
            return in.readAllBytes();
        }
    }

    private Inspection inspect(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("upload"), bytes);
        return new StructureInspector(ImageLimits.DEFAULT, new AcceptedTypes(EnumSet.allOf(MediaType.class))).inspect(file);
    }

    private Refusal refusal(byte[] bytes) throws IOException {
        try {
            throw new AssertionError("accepted: " + inspect(bytes));
        } catch (RefusedException e) {
            return e.refusal();
        }
    }
}
