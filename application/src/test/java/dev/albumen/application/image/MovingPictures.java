package dev.albumen.application.image;

import static dev.albumen.application.image.Containers.ascii;
import static dev.albumen.application.image.Containers.join;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Pictures of several frames. */
public final class MovingPictures {

    private MovingPictures() {}

    public static byte[] gif(int width, int height, int frames) {
        byte[] still = Pictures.gif(width, height);
        int start = 13 + ((still[10] & 0x80) == 0 ? 0 : 3 << (still[10] & 7) + 1);
        byte[] frame = Arrays.copyOfRange(still, start, still.length - 1);
        return join(Stream.of(Stream.of(Arrays.copyOf(still, start)), Stream.generate(() -> frame).limit(frames), Stream.of(new byte[] {0x3B}))
                .flatMap(parts -> parts).toArray(byte[][]::new));
    }

    /** Of {@link Pictures#webp()}'s size, all frames alike. */
    public static byte[] webp(int frames) {
        return webp(Pictures.WEBP_WIDTH, Pictures.WEBP_HEIGHT, frames);
    }

    /** Claims this size for its screen, of which the frames cover a corner. */
    public static byte[] webp(int width, int height, int frames) {
        byte[] still = Pictures.webp();
        byte[] place = join(new byte[6], le24(Pictures.WEBP_WIDTH - 1), le24(Pictures.WEBP_HEIGHT - 1), le24(100), new byte[1]);
        byte[] frame = riff("ANMF", join(place, Arrays.copyOfRange(still, 12, still.length)));
        byte[] screen = riff("VP8X", join(new byte[] {2, 0, 0, 0}, le24(width - 1), le24(height - 1)));
        return riff("RIFF", join(ascii("WEBP"), screen, riff("ANIM", new byte[6]),
                join(Collections.nCopies(frames, frame).toArray(byte[][]::new))));
    }

    /**
     * A frame of an animated WebP.
     *
     * @param still a WebP in its simple form
     * @param blends whether what was there shines through
     * @param cleared whether its area is, behind it
     */
    public record Frame(int left, int top, int width, int height, byte[] still, int millis, boolean blends, boolean cleared) {

        byte[] chunk() {
            byte[] head = join(le24(left / 2), le24(top / 2), le24(width - 1), le24(height - 1), le24(millis),
                    new byte[] {(byte) ((blends ? 0 : 2) | (cleared ? 1 : 0))});
            return riff("ANMF", join(head, Arrays.copyOfRange(still, 12, still.length)));
        }
    }

    /** An animated WebP with transparency. */
    public static byte[] webp(int width, int height, int plays, List<Frame> frames) {
        byte[] screen = riff("VP8X", join(new byte[] {0x12, 0, 0, 0}, le24(width - 1), le24(height - 1)));
        byte[] animation = riff("ANIM", new byte[] {0, 0, 0, 0, (byte) plays, (byte) (plays >> 8)});
        byte[] all = join(frames.stream().map(Frame::chunk).toArray(byte[][]::new));
        return riff("RIFF", join(ascii("WEBP"), screen, animation, all));
    }

    /** A PNG of two frames. */
    public static byte[] png(int width, int height) {
        byte[] still = Pictures.png(width, height);
        byte[] end = Arrays.copyOfRange(still, still.length - 12, still.length);
        byte[] pixels = Arrays.copyOfRange(still, 33 + 8, still.length - 12 - 4);
        return join(Arrays.copyOf(still, 33), Containers.pngChunk("acTL", ints(2, 0)), frameControl(0, width, height),
                Arrays.copyOfRange(still, 33, still.length - 12), frameControl(1, width, height),
                Containers.pngChunk("fdAT", ints(2), pixels), end);
    }

    private static byte[] frameControl(int number, int width, int height) {
        return Containers.pngChunk("fcTL", ints(number, width, height, 0, 0), new byte[] {0, 1, 0, 10, 0, 0});
    }

    private static byte[] riff(String name, byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length + (payload.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(name)).putInt(payload.length).put(payload).array();
    }

    private static byte[] le24(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4);
        Arrays.stream(values).forEach(buffer::putInt);
        return buffer.array();
    }
}
