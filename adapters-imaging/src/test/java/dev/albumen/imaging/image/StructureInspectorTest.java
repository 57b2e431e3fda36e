package dev.albumen.imaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Inspector;
import dev.albumen.application.image.InspectorContract;
import dev.albumen.application.image.Pictures;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureInspectorTest extends InspectorContract {

    @TempDir
    Path here;

    @Override
    protected Inspector inspector(ImageLimits limits) {
        return new StructureInspector(limits, AcceptedTypes.ofPureJava());
    }

    @Test
    void acceptsTiff() throws IOException {
        Path file = Files.write(here.resolve("a"), Pictures.tiff(60, 40));
        assertThat(inspector(ImageLimits.DEFAULT).inspect(file))
                .isEqualTo(new Inspector.Inspection(MediaType.TIFF, new Dimensions(60, 40)));
    }

    @ParameterizedTest
    @CsvSource({"0xC3, 8, Lossless", "0xC9, 8, arithmetic", "0xC1, 12, 12 bits"})
    void refusesJpegsThatTheDecoderDoesNotKnow(int frame, int bits, String word) throws IOException {
        byte[] jpeg = Pictures.jpeg(16, 16);
        int at = frameHeader(jpeg);
        jpeg[at + 1] = (byte) frame;
        jpeg[at + 4] = (byte) bits;
        assertThat(refusal(jpeg)).isInstanceOfSatisfying(
                Refusal.Unprocessable.class, refused -> assertThat(refused.code()).isEqualTo("image-variant-unsupported"));
        assertThat(refusal(jpeg).detail()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"avif, image/avif", "heic, image/heic", "'M4A ', audio", "'crx ', raw"})
    void namesKindsThatItKnowsButCannotDecode(String brand, String mimeType) throws IOException {
        byte[] file = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0" + brand + brand).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(file)).isInstanceOf(Refusal.UnsupportedType.class);
        assertThat(refusal(file).detail()).contains(mimeType);
    }

    @Test
    void namesAnSvgWhateverItsName() throws IOException {
        assertThat(refusal(Pictures.svg()).detail()).contains("SVG");
        assertThat(refusal(Pictures.text()).detail()).contains("text");
    }

    @Test
    void refusesAJpegWhoseScansWouldTakeHours() throws IOException {
        byte[] jpeg = Pictures.progressiveJpeg(16, 16);
        int scan = 0;
        for (int i = 0; i < jpeg.length - 1; i++) {
            scan = jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA ? i : scan;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, scan);
        for (int i = 0; i < 200; i++) {
            out.write(jpeg, scan, jpeg.length - 2 - scan);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        assertThat(refusal(out.toByteArray()).detail()).contains("scans");
    }

    @Test
    void refusesACamerasRawFile() throws IOException {
        byte[] tiff = Pictures.tiff(16, 16);
        // NewSubfileType of the first directory: a smaller picture of something else
        ByteBuffer buffer = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = buffer.getInt(4);
        buffer.putShort(directory + 2, (short) 0x00FE).putShort(directory + 4, (short) 4).putInt(directory + 6, 1).putInt(directory + 10, 1);
        assertThat(refusal(tiff).detail()).contains("raw");
    }

    private Refusal refusal(byte[] bytes) throws IOException {
        Path file = Files.write(here.resolve("upload.png"), bytes);
        try {
            throw new AssertionError("accepted: " + inspector(ImageLimits.DEFAULT).inspect(file));
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    private static int frameHeader(byte[] jpeg) {
        for (int i = 0; i < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                return i;
            }
        }
        throw new AssertionError("no frame header");
    }
}
