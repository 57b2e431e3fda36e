package dev.albumen.imaging.rendition.moving;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.WebpChunks;
import dev.albumen.imaging.image.WebpChunks.Chunk;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A frame of an animated WebP (RFC 9649, 2.7.1.1), whose pixels lie in the file as those of a still one do.
 *
 * @param place on the screen
 * @param blends whether the screen shines through where the frame is transparent
 * @param alpha {@code null} where it is in the pixels, or all is opaque
 */
public record WebpFrame(
        Rectangle place, int millis, boolean blends, Screen.Disposal disposal, @Nullable Chunk alpha, Chunk pixels) {

    private static final int HEADER_BYTES = 16;
    private static final int RIFF_BYTES = 12;
    private static final int EXTENDED_BYTES = 18;
    private static final int FLAG_ALPHA = 0x10;

    /** The first frame; empty where the picture is none of frames. */
    public static Optional<WebpFrame> first(FileBytes file, Dimensions screen) throws IOException, BrokenFileException {
        WebpChunks chunks = new WebpChunks(file);
        for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
            if (chunk.get().name().equals("ANMF")) {
                return Optional.of(read(file, chunk.get(), screen));
            }
        }
        return Optional.empty();
    }

    /** Reads what is before the pixels, which must be of the size that the frame claims, within its screen. */
    static WebpFrame read(FileBytes file, Chunk frame, Dimensions screen) throws IOException, BrokenFileException {
        long at = frame.data();
        if (frame.length() < HEADER_BYTES) {
            throw BrokenFileException.broken("A frame of the WebP is too short.");
        }
        Rectangle place = new Rectangle(
                2 * u24(file, at), 2 * u24(file, at + 3), 1 + u24(file, at + 6), 1 + u24(file, at + 9));
        if (!new Rectangle(screen.width(), screen.height()).contains(place)) {
            throw BrokenFileException.broken("A frame of the WebP lies outside of its screen.");
        }
        int flags = file.u8(at + 15);
        Chunk alpha = null;
        Chunk chunk = inside(file, at + HEADER_BYTES, frame);
        while (!chunk.name().equals("VP8 ") && !chunk.name().equals("VP8L")) {
            alpha = chunk.name().equals("ALPH") ? chunk : alpha;
            chunk = inside(file, chunk.data() + chunk.length() + (chunk.length() & 1), frame);
        }
        if (!claimed(file, chunk).equals(place.getSize())) {
            throw BrokenFileException.broken("A frame of the WebP is not of the size that it claims.");
        }
        return new WebpFrame(place, u24(file, at + 12), (flags & 2) == 0,
                (flags & 1) == 0 ? Screen.Disposal.KEPT : Screen.Disposal.CLEARED, alpha, chunk);
    }

    private static Chunk inside(FileBytes file, long at, Chunk frame) throws IOException, BrokenFileException {
        long end = frame.data() + frame.length();
        if (at + 8 > end) {
            throw BrokenFileException.broken("A frame of the WebP has no pixels.");
        }
        Chunk chunk = new Chunk(file.name(at), at, at + 8, file.u32(at + 4));
        if (chunk.data() + chunk.length() > end) {
            throw BrokenFileException.broken("A frame of the WebP holds more than it can.");
        }
        return chunk;
    }

    private static Dimension claimed(FileBytes file, Chunk pixels) throws IOException, BrokenFileException {
        long data = pixels.data();
        if (pixels.name().equals("VP8 ")) {
            return new Dimension(file.u16(data + 6) & 0x3FFF, file.u16(data + 8) & 0x3FFF);
        }
        long bits = file.u32(data + 1);
        return new Dimension((int) (1 + (bits & 0x3FFF)), (int) (1 + (bits >> 14 & 0x3FFF)));
    }

    private static int u24(FileBytes file, long at) throws IOException, BrokenFileException {
        return file.u16(at) | file.u8(at + 2) << 16;
    }

    public Dimensions size() {
        return new Dimensions(place.width, place.height);
    }

    /** The frame's pixels, as decoded a step smaller in each direction, on an empty screen that is as much smaller. */
    public BufferedImage onScreen(BufferedImage decoded, Dimensions screen, int step) {
        if (size().equals(screen)) {
            return decoded;
        }
        Screen whole = new Screen(Math.ceilDiv(screen.width(), step), Math.ceilDiv(screen.height(), step));
        whole.draw(decoded, place.x / step, place.y / step, true, disposal);
        return whole.pixels();
    }

    /** This frame as a WebP of its own, for decoders that know no others. */
    public byte[] still(FileBytes file) throws IOException, BrokenFileException {
        long length = RIFF_BYTES + (alpha == null ? 0 : EXTENDED_BYTES + padded(alpha)) + padded(pixels);
        if (length > Integer.MAX_VALUE - 8) {
            throw BrokenFileException.broken("A frame of the WebP is too large.");
        }
        ByteBuffer still = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        still.put(name("RIFF")).putInt((int) length - 8).put(name("WEBP"));
        if (alpha != null) {
            still.put(name("VP8X")).putInt(10).putInt(FLAG_ALPHA);
            put24(still, place.width - 1);
            put24(still, place.height - 1);
            put(file, alpha, still);
        }
        put(file, pixels, still);
        return still.array();
    }

    private static long padded(Chunk chunk) {
        return 8 + chunk.length() + (chunk.length() & 1);
    }

    private static void put(FileBytes file, Chunk chunk, ByteBuffer into) throws IOException, BrokenFileException {
        into.put(name(chunk.name())).putInt((int) chunk.length()).put(file.bytes(chunk.data(), (int) chunk.length()));
        into.position(into.position() + (int) (chunk.length() & 1));
    }

    static void put24(ByteBuffer into, int value) {
        into.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    static byte[] name(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
