package dev.albumen.imaging.rendition.moving;

import java.awt.Rectangle;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Puts still WebPs together to an animated one (RFC 9649, 2.7.1): header, animation, and a chunk for each frame, with
 * nothing but pixels in them. The file is good once it is {@link #finish}ed; memory does not grow with it.
 */
final class WebpFilmWriter implements Closeable {

    private static final int HEAD_BYTES = 12 + 18 + 14;
    private static final int FRAME_HEAD_BYTES = 8 + 16;
    private static final int FLAG_MOVES = 0x02;
    private static final int FLAG_ALPHA = 0x10;
    /** Pixels replace what was there, transparent ones too; and stay. */
    private static final byte REPLACES = 0x02;
    /** In 24 bits. */
    private static final int MAX_MILLIS = 0xFFFFFF;
    /** In 16 bits. */
    private static final int MAX_PLAYS = 0xFFFF;

    private final FileChannel to;
    private final int width;
    private final int height;
    private boolean transparent;

    WebpFilmWriter(Path to, int width, int height) throws IOException {
        this.to = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        this.width = width;
        this.height = height;
        this.to.position(HEAD_BYTES);
    }

    /**
     * Appends a frame, which replaces what was shown in its place.
     *
     * @param place that begins at even numbers
     * @param still a WebP of the place's size
     */
    void append(byte[] still, Rectangle place, int millis) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD_BYTES + still.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.position(8);
        WebpFrame.put24(frame, place.x / 2);
        WebpFrame.put24(frame, place.y / 2);
        WebpFrame.put24(frame, place.width - 1);
        WebpFrame.put24(frame, place.height - 1);
        WebpFrame.put24(frame, Math.min(millis, MAX_MILLIS));
        frame.put(REPLACES);
        pixels(still, frame);
        frame.flip().put(WebpFrame.name("ANMF")).putInt(frame.limit() - 8).rewind();
        write(frame);
    }

    private void pixels(byte[] still, ByteBuffer into) throws IOException {
        ByteBuffer chunks = ByteBuffer.wrap(still).order(ByteOrder.LITTLE_ENDIAN).position(12);
        while (chunks.remaining() >= 8) {
            int start = chunks.position();
            String name = new String(still, start, 4, StandardCharsets.US_ASCII);
            int length = chunks.getInt(start + 4);
            int end = Math.min(still.length, start + 8 + length + (length & 1));
            switch (name) {
                case "ALPH" -> {
                    transparent = true;
                    into.put(still, start, end - start);
                }
                case "VP8 " -> into.put(still, start, end - start);
                case "VP8L" -> throw new IOException("an encoder that was told to be lossy is not");
                default -> { }
            }
            chunks.position(end);
        }
    }

    /** @param plays how often the film is shown, 0 for ever */
    void finish(int plays) throws IOException {
        long size = to.size();
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.put(WebpFrame.name("RIFF")).putInt((int) (size - 8)).put(WebpFrame.name("WEBP"));
        head.put(WebpFrame.name("VP8X")).putInt(10).putInt(FLAG_MOVES | (transparent ? FLAG_ALPHA : 0));
        WebpFrame.put24(head, width - 1);
        WebpFrame.put24(head, height - 1);
        head.put(WebpFrame.name("ANIM")).putInt(6).putInt(0).putShort((short) Math.min(plays, MAX_PLAYS));
        to.position(0);
        write(head.flip());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
