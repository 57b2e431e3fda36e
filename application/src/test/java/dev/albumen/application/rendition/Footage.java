package dev.albumen.application.rendition;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * What an animated WebP shows, read anew from the container's specification (RFC 9649): its chunks walked here, only the
 * pixels of single frames decoded by a library.
 *
 * @param plays how often all is shown, 0 for ever
 * @param shots none where the picture stands still
 */
public record Footage(int width, int height, boolean transparent, int plays, List<Shot> shots) {

    /** The whole screen, and for how long it is shown. */
    public record Shot(BufferedImage screen, int millis) {}

    public static Footage read(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Chunk(String name, byte[] data) {
        int u24(int at) {
            return data[at] & 0xFF | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16;
        }
    }

    private static Footage read(byte[] webp) throws IOException {
        List<Chunk> chunks = chunks(Arrays.copyOfRange(webp, 12, webp.length));
        Chunk head = chunks.getFirst();
        if (!head.name().equals("VP8X")) {
            return new Footage(0, 0, false, 0, List.of());
        }
        int width = 1 + head.u24(4);
        int height = 1 + head.u24(7);
        BufferedImage screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int plays = 0;
        List<Shot> shots = new ArrayList<>();
        for (Chunk chunk : chunks) {
            if (chunk.name().equals("ANIM")) {
                plays = chunk.u24(3) >> 8;
            } else if (chunk.name().equals("ANMF")) {
                shots.add(shot(chunk, screen));
            }
        }
        return new Footage(width, height, (head.data()[0] & 0x10) != 0, plays, shots);
    }

    private static Shot shot(Chunk frame, BufferedImage screen) throws IOException {
        int left = 2 * frame.u24(0);
        int top = 2 * frame.u24(3);
        int flags = frame.data()[15];
        BufferedImage pixels = decode(frame);
        if (pixels.getWidth() != 1 + frame.u24(6) || pixels.getHeight() != 1 + frame.u24(9)) {
            throw new AssertionError("a frame is not of the size that it claims");
        }
        draw(pixels, left, top, screen, (flags & 2) == 0 ? AlphaComposite.SrcOver : AlphaComposite.Src);
        BufferedImage shown = new BufferedImage(screen.getWidth(), screen.getHeight(), BufferedImage.TYPE_INT_ARGB);
        draw(screen, 0, 0, shown, AlphaComposite.Src);
        if ((flags & 1) != 0) {
            draw(pixels, left, top, screen, AlphaComposite.Clear);
        }
        return new Shot(shown, frame.u24(12));
    }

    private static void draw(BufferedImage image, int left, int top, BufferedImage onto, AlphaComposite how) {
        Graphics2D graphics = onto.createGraphics();
        graphics.setComposite(how);
        graphics.drawImage(image, left, top, null);
        graphics.dispose();
    }

    /** As a still WebP. */
    private static BufferedImage decode(Chunk frame) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Chunk chunk : chunks(Arrays.copyOfRange(frame.data(), 16, frame.data().length))) {
            if (chunk.name().equals("ALPH")) {
                byte[] size = Arrays.copyOfRange(frame.data(), 6, 12);
                body.writeBytes(riff("VP8X", ByteBuffer.allocate(10).put(0, (byte) 0x10).put(4, size).array()));
            }
            body.writeBytes(riff(chunk.name(), chunk.data()));
        }
        ByteBuffer named = ByteBuffer.allocate(4 + body.size()).put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(body.toByteArray());
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(riff("RIFF", named.array()))), "no reader for WebP");
    }

    private static List<Chunk> chunks(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Chunk> chunks = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] name = new byte[4];
            buffer.get(name);
            int length = buffer.getInt();
            if (length < 0 || length > buffer.remaining()) {
                throw new AssertionError("a chunk of " + length + " bytes where " + buffer.remaining() + " are left");
            }
            byte[] data = new byte[length];
            buffer.get(data);
            buffer.position(buffer.position() + (data.length & 1));
            chunks.add(new Chunk(new String(name, StandardCharsets.US_ASCII), data));
        }
        return chunks;
    }

    private static byte[] riff(String name, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + (data.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data).array();
    }
}
