package dev.albumen.imaging.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.imaging.image.BrokenFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebpStrippingTest {

    private static final byte[] COVER = {0x2F, 0, 0, 0, 1, 0, 0, 1, 0, 0};
    private static final byte[] FRAME_HEADER = new byte[16];
    private static final byte[] PIXELS = chunk("VP8L", new byte[] {0x2F, 1, 2});

    @TempDir
    private Path folder;

    @Test
    void keepsFramesAndDropsWhatTheyHideAndTheProfile() throws Exception {
        byte[] noted = chunk("ANMF", FRAME_HEADER, chunk("XMP ", "secret".getBytes(StandardCharsets.US_ASCII)), PIXELS);
        byte[] clean = chunk("ANMF", FRAME_HEADER, PIXELS);
        byte[] file = webp(chunk("VP8X", COVER), chunk("ICCP", new byte[5]), chunk("ANIM", new byte[6]), noted, clean,
                chunk("EXIF", new byte[9]));
        byte[] cover = COVER.clone();
        cover[0] = 0x02;
        assertThat(stripped(file)).isEqualTo(webp(chunk("VP8X", cover), chunk("ANIM", new byte[6]), clean, clean));
    }

    @Test
    void refusesFramesWhoseChunksReachPastThem() throws Exception {
        byte[] frame = chunk("ANMF", FRAME_HEADER, PIXELS);
        frame[8 + 16 + 4] = 99;
        byte[] file = webp(chunk("VP8X", COVER), frame, chunk("EXIF", new byte[200]));
        assertThatThrownBy(() -> stripped(file)).isInstanceOf(BrokenFileException.class);
    }

    @Test
    void refusesFramesWithoutTheirHeader() throws Exception {
        byte[] file = webp(chunk("VP8X", COVER), chunk("ANMF", new byte[4]));
        assertThatThrownBy(() -> stripped(file)).isInstanceOf(BrokenFileException.class);
    }

    private byte[] stripped(byte[] file) throws Exception {
        Path from = Files.write(folder.resolve("from"), file);
        Path to = folder.resolve("to");
        WebpStripping.strip(from, to);
        return Files.readAllBytes(to);
    }

    private static byte[] webp(byte[]... chunks) {
        byte[] body = joined(chunks);
        return ByteBuffer.allocate(12 + body.length).order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + body.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(body).array();
    }

    private static byte[] chunk(String name, byte[]... parts) {
        byte[] body = joined(parts);
        return ByteBuffer.allocate(8 + body.length + (body.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII)).putInt(body.length).put(body).array();
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
