package dev.albumen.application.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Puts segments, chunks and blocks into finished files. */
final class Containers {

    private static final int PNG_HEADER_END = 8 + 25;
    private static final int FLAG_ALPHA = 0x10;
    private static final int FLAG_EXIF = 0x08;

    private Containers() {}

    /** The JPEG with one more segment right after its SOI marker and JFIF segment. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[]... parts) {
        byte[] payload = join(parts);
        boolean jfif = (jpeg[3] & 0xFF) == 0xE0;
        int at = jfif ? 4 + ByteBuffer.wrap(jpeg).getShort(4) : 2;
        byte[] head = ByteBuffer.allocate(4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (payload.length + 2))
                .array();
        return insert(jpeg, at, join(head, payload));
    }

    /** The PNG with one more chunk right after its header chunk. */
    static byte[] withPngChunk(byte[] png, String type, byte[]... parts) {
        return insert(png, PNG_HEADER_END, pngChunk(type, parts));
    }

    static byte[] pngChunk(String type, byte[]... parts) {
        byte[] payload = join(parts);
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(payload);
        return ByteBuffer.allocate(12 + payload.length)
                .putInt(payload.length)
                .put(ascii(type))
                .put(payload)
                .putInt((int) crc.getValue())
                .array();
    }

    /** The simple WebP in the extended form (VP8X), with an EXIF chunk at its end. */
    static byte[] webpWithExif(byte[] webp, int width, int height, boolean alpha, byte[] exif) {
        return webpWithChunk(webp, width, height, FLAG_EXIF | (alpha ? FLAG_ALPHA : 0), "EXIF", exif);
    }

    /** The same with any chunk. */
    static byte[] webpWithChunk(byte[] webp, int width, int height, int flags, String name, byte[] payload) {
        ByteBuffer extended = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        extended.put(ascii("VP8X")).putInt(10).putInt(flags);
        put24(extended, width - 1);
        put24(extended, height - 1);
        ByteBuffer tail = ByteBuffer.allocate(8 + payload.length + (payload.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        tail.put(ascii(name)).putInt(payload.length).put(payload);
        byte[] body = new byte[webp.length - 12];
        System.arraycopy(webp, 12, body, 0, body.length);
        byte[] all = join(new byte[12], extended.array(), body, tail.array());
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF")).putInt(all.length - 8).put(ascii("WEBP"));
        return all;
    }

    /** The GIF with a comment and a loop extension right after its colour table. */
    static byte[] gifWithComment(byte[] gif, String comment) {
        byte[] text = ascii(comment);
        byte[] loop = join(new byte[] {0x21, (byte) 0xFF, 11}, ascii("NETSCAPE2.0"), new byte[] {3, 1, 0, 0, 0});
        byte[] note = join(new byte[] {0x21, (byte) 0xFE, (byte) text.length}, text, new byte[] {0});
        return withGifExtension(gif, join(loop, note));
    }

    /** The GIF with that right after its colour table. */
    static byte[] withGifExtension(byte[] gif, byte[] extension) {
        int table = (gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1);
        return insert(gif, 13 + table, extension);
    }

    static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        // Some are of 100,000 parts: no more is taken than they need.
        ByteBuffer out = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            out.put(part);
        }
        return out.array();
    }

    private static byte[] insert(byte[] file, int at, byte[] inserted) {
        byte[] out = new byte[file.length + inserted.length];
        System.arraycopy(file, 0, out, 0, at);
        System.arraycopy(inserted, 0, out, at, inserted.length);
        System.arraycopy(file, at, out, at + inserted.length, file.length - at);
        return out;
    }

    private static void put24(ByteBuffer buffer, int value) {
        buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }
}
