package dev.albumen.application.image;

import static dev.albumen.application.image.Containers.ascii;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** A GIF written byte by byte (GIF89a), for all that ImageIO's writer leaves out: times, places, disposal, repetition. */
public final class HandmadeGif {

    /** The colours by their numbers; what {@link #CLEAR} shows is nothing. */
    public static final List<Color> COLORS = List.of(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);

    public static final int RED = 0;
    public static final int GREEN = 1;
    public static final int BLUE = 2;
    public static final int CLEAR = 3;

    /** What becomes of a frame's area. */
    public static final int KEEP = 1;
    public static final int TO_BACKGROUND = 2;
    public static final int TO_PREVIOUS = 3;

    private static final int BITS = 3;
    private static final int CLEAR_TABLE = 4;
    private static final int END = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public HandmadeGif(int width, int height) {
        out.writeBytes(ascii("GIF89a"));
        shorts(width, height);
        bytes(0x80 | 1, 0, 0);
        COLORS.forEach(color -> bytes(color.getRed(), color.getGreen(), color.getBlue()));
    }

    /** To be called before the first frame; without it, all is shown once. */
    public HandmadeGif repeated(int times) {
        bytes(0x21, 0xFF, 11);
        out.writeBytes(ascii("NETSCAPE2.0"));
        bytes(3, 1);
        shorts(times);
        bytes(0);
        return this;
    }

    /** A frame of one colour. */
    public HandmadeGif frame(Rectangle place, int color, int hundredths, int disposal) {
        return frame(place, (x, y) -> color, hundredths, disposal);
    }

    /** @param pixel the number of the colour at a place within the frame */
    public HandmadeGif frame(Rectangle place, IntBinaryOperator pixel, int hundredths, int disposal) {
        bytes(0x21, 0xF9, 4, disposal << 2 | 1);
        shorts(hundredths);
        bytes(CLEAR, 0, 0x2C);
        shorts(place.x, place.y, place.width, place.height);
        bytes(0, 2);
        pixels(place, pixel);
        return this;
    }

    /** Never compressed: the table is cleared before its codes would become longer. */
    private void pixels(Rectangle place, IntBinaryOperator pixel) {
        Codes codes = new Codes();
        for (int i = 0; i < place.width * place.height; i++) {
            if (i % 2 == 0) {
                codes.add(CLEAR_TABLE);
            }
            codes.add(pixel.applyAsInt(i % place.width, i / place.width));
        }
        codes.add(END);
        byte[] packed = codes.packed();
        for (int at = 0; at < packed.length; at += 255) {
            int length = Math.min(255, packed.length - at);
            bytes(length);
            out.write(packed, at, length);
        }
        bytes(0);
    }

    public byte[] bytes() {
        byte[] all = out.toByteArray();
        return Containers.join(all, new byte[] {0x3B});
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }

    private void shorts(int... values) {
        for (int value : values) {
            bytes(value & 0xFF, value >> 8);
        }
    }

    /** Of three bits each, the lowest first. */
    private static final class Codes {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int bits;
        private int count;

        void add(int code) {
            bits |= code << count;
            count += BITS;
            if (count >= 8) {
                bytes.write(bits);
                bits >>= 8;
                count -= 8;
            }
        }

        byte[] packed() {
            bytes.write(bits);
            return bytes.toByteArray();
        }
    }
}
