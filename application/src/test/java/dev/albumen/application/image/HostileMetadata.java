package dev.albumen.application.image;

import static dev.albumen.application.image.Containers.join;

import dev.albumen.domain.image.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Good pictures whose metadata wants a reader's memory, time or secrets. */
public final class HostileMetadata {

    /** What the compressed chunks would be. */
    public static final long INFLATED_BYTES = 500L << 20;

    private static final Map<String, Picture> ALL = made();

    private HostileMetadata() {}

    public record Picture(byte[] bytes, MediaType mediaType) {}

    /** By name. */
    public static Map<String, Picture> all() {
        return ALL;
    }

    private static Map<String, Picture> made() {
        byte[] flood = flood();
        Map<String, Picture> made = new LinkedHashMap<>();
        made.put("packed-text", png(CaptionedPictures.pngWithPackedText("Comment", flood)));
        made.put("packed-packet", png(CaptionedPictures.pngWithPackedXmp(flood)));
        made.put("laughs", jpeg(laughs()));
        made.put("stranger", jpeg("""
                <!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                """.strip() + new String(CaptionedPictures.packet("""
                <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&secret;</dc:title></rdf:Description>
                """), StandardCharsets.UTF_8)));
        made.put("deep", png(CaptionedPictures.png(CaptionedPictures.packet(
                "<rdf:Description xmlns:a=\"a:\">" + "<a:b>".repeat(100_000)), false)));
        made.put("wide", png(CaptionedPictures.png(CaptionedPictures.packet("<rdf:Description xmlns:a=\"a:\">" + wide() + "</rdf:Description>"), false)));
        made.put("long", png(CaptionedPictures.png(CaptionedPictures.packet(
                "<rdf:Description xmlns:a=\"a:\"><a:b>" + "x".repeat(4 << 20) + "</a:b></rdf:Description>"), true)));
        made.put("overlong-data-set", new Picture(CaptionedPictures.jpegWithIptc(
                join(CaptionedPictures.dataSet(2, 5, "Ebbe"), new byte[] {0x1C, 2, 25, 0x7F, (byte) 0xFF, 'x'})), MediaType.JPEG));
        made.put("endless-data-set", new Picture(CaptionedPictures.jpegWithIptc(join(CaptionedPictures.dataSet(2, 5, "Ebbe"),
                new byte[] {0x1C, 2, 25, (byte) 0x80, 4, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'x'})), MediaType.JPEG));
        made.put("many-data-sets", new Picture(CaptionedPictures.jpegWithIptc(
                join(Collections.nCopies(12_000, CaptionedPictures.dataSet(2, 25, "")).toArray(byte[][]::new))), MediaType.JPEG));
        made.put("many-texts", png(manyTexts()));
        String name = "0".repeat(32);
        made.put("long-extension", new Picture(CaptionedPictures.jpegWithExtendedXmp(CaptionedPictures.extendedXmp(name), name,
                CaptionedPictures.packet("<rdf:Description xmlns:a=\"a:\"><a:b>" + "x".repeat(16 << 20) + "</a:b></rdf:Description>"), 60_000),
                MediaType.JPEG));
        made.put("many-notes", new Picture(Videos.mp4OfNotes(2_000, 10), MediaType.MP4));
        made.put("long-notes", new Picture(Videos.mp4OfNotes(3, 10 << 20), MediaType.MP4));
        return made;
    }

    private static Picture png(byte[] bytes) {
        return new Picture(bytes, MediaType.PNG);
    }

    private static Picture jpeg(String packet) {
        return new Picture(CaptionedPictures.jpeg(packet.getBytes(StandardCharsets.UTF_8)), MediaType.JPEG);
    }

    private static byte[] flood() {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            for (long written = 0; written < INFLATED_BYTES; written += blanks.length) {
                deflater.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String laughs() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return xml + "]>" + new String(CaptionedPictures.packet("""
                <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&l29;</dc:title></rdf:Description>
                """), StandardCharsets.UTF_8);
    }

    private static String wide() {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            xml.append("<a:b").append(i).append(">x</a:b").append(i).append('>');
        }
        return xml.toString();
    }

    private static byte[] manyTexts() {
        byte[] chunk = Containers.pngChunk("zTXt", Containers.ascii("a\0\0"), Containers.deflated(new byte[10_000]));
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int i = 0; i < 20_000; i++) {
            chunks.writeBytes(chunk);
        }
        byte[] png = Pictures.png(60, 40);
        return ByteBuffer.allocate(png.length + chunks.size())
                .put(png, 0, 33).put(chunks.toByteArray()).put(png, 33, png.length - 33).array();
    }
}
