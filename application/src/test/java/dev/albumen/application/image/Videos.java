package dev.albumen.application.image;

import static dev.albumen.application.image.Containers.ascii;
import static dev.albumen.application.image.Containers.join;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Videos for tests: real ones of two seconds, 160×120 as shown, in four coloured quarters ({@link Pictures#corners()}),
 * with a title, an artist and a place; and structures without pictures, built box by box.
 */
public final class Videos {

    public static final int WIDTH = 160;
    public static final int HEIGHT = 120;
    public static final double SECONDS = 2;
    /** As ISO 6709 writes the place in every real video. */
    public static final String PLACE = "+59.9000+010.7000/";
    /** What a telemetry track of {@link #mp4WithTelemetry()} holds. */
    public static final String TELEMETRY = "GPS5 59.9 10.7";
    /** What the video track of {@link #mp4WithTelemetry()} holds. */
    public static final String FRAMES = "frames of the video";

    /** What {@link #movOfATelephone()} says of its place, and of its time: that of {@link Pictures#TAKEN_AT}. */
    public static final String TELEPHONE_PLACE = "+59.9134+010.7522+023.400/";
    public static final String TELEPHONE_TIME = "2024-07-14T18:30:15+0200";
    /** When QuickTime's clock began, which is what a recorder without a clock writes. */
    public static final long NEVER = 0;

    private static final int MATRIX = 44;

    private static final byte[] TYPE = box("ftyp", ascii("isom\0\0\2\0isomiso2"));

    private Videos() {}

    /** H.264 with AAC. */
    public static byte[] mp4() {
        return resource("corners.mp4");
    }

    /** H.264 of 10 bits in BT.2020 with the curve HLG, as telephones record. */
    public static byte[] mp4OfHighRange() {
        return resource("high-range.mp4");
    }

    /** H.264, stored a quarter turn off. */
    public static byte[] movTurned() {
        return resource("turned.mov");
    }

    /** VP9. */
    public static byte[] webm() {
        return resource("corners.webm");
    }

    /** H.264 in fragments, as recorders write that may be cut off; its header does not say how long it plays. */
    public static byte[] mp4Fragmented() {
        return resource("fragmented.mp4");
    }

    /** Of a codec that nothing knows. */
    public static byte[] mp4OfUnknownCodec() {
        return replaced(mp4(), "avc1", "zzzz", "stsd");
    }

    /** Sound in its place: no H.264 decoder finds a frame in it. */
    public static byte[] mp4WithoutFrames() {
        byte[] file = mp4();
        int media = indexOf(file, "mdat", 0) + 4;
        Arrays.fill(file, media, file.length, (byte) 0x55);
        return file;
    }

    /** A video whose frames lie beside the samples of a track that says where it was taken, and beside samples of none. */
    public static byte[] mp4WithTelemetry() {
        int telemetry = TYPE.length + 8 + FRAMES.length();
        return join(movie(0x1234, track("meta", "gpmd", telemetry, TELEMETRY.length()),
                        box("udta", box("\u00A9xyz", international(PLACE)))),
                box("uuid", ascii("0123456789abcdef" + Pictures.SECRET)));
    }

    /** As Apple's telephones write them: items of a box {@code meta}, by keys. */
    public static byte[] movOfATelephone() {
        return movie(NEVER, box("meta", handler("mdta"), items(Map.of(
                "com.apple.quicktime.make", Pictures.MAKE, "com.apple.quicktime.model", Pictures.MODEL,
                "com.apple.quicktime.camera.lens_model", Pictures.LENS, "com.apple.quicktime.creationdate", TELEPHONE_TIME,
                "com.apple.quicktime.location.ISO6709", TELEPHONE_PLACE, "com.apple.quicktime.title", Pictures.SECRET))));
    }

    /** With a place as text, by a clock that counts seconds from 1904. */
    public static byte[] mp4Taken(long seconds, String place) {
        return movie(seconds, box("udta", box("\u00A9xyz", international(place))));
    }

    /** With values of so many bytes under so many keys, and as many texts in user data. */
    public static byte[] mp4OfNotes(int count, int bytes) {
        String text = "x".repeat(bytes);
        Map<String, String> notes = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            notes.put("key" + i, text);
        }
        byte[] note = box("\u00A9nam", international(text));
        return movie(NEVER, box("meta", handler("mdta"), items(notes)),
                box("udta", join(Collections.nCopies(count, note).toArray(byte[][]::new))));
    }

    private static byte[] movie(long seconds, byte[]... parts) {
        return join(TYPE, box("mdat", ascii(FRAMES), ascii(TELEMETRY), ascii(Pictures.SECRET)),
                box("moov", box("mvhd", longs(0, (int) seconds, (int) seconds, 1000, 2000), new byte[80]),
                        track("vide", "avc1", TYPE.length + 8, FRAMES.length()), join(parts)));
    }

    private static byte[] items(Map<String, String> texts) {
        byte[] keys = longs(0, texts.size());
        byte[] values = new byte[0];
        int number = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            keys = join(keys, box("mdta", ascii(text.getKey())));
            byte[] data = box("data", longs(1, 0), ascii(text.getValue()));
            values = join(values, longs(8 + data.length, ++number), data);
        }
        return join(box("keys", keys), box("ilst", values));
    }

    /** Behind its length and a language. */
    private static byte[] international(String text) {
        return join(ByteBuffer.allocate(4).putShort((short) text.length()).putShort((short) 0x15C7).array(), ascii(text));
    }

    /** A movie of so many pixels, without pictures. */
    public static byte[] mp4Claiming(int width, int height) {
        return join(box("ftyp", ascii("isom\0\0\2\0isomiso2")), box("moov",
                box("mvhd", longs(0, 0, 0, 1000, 2000), new byte[80]),
                box("trak", tkhd(width, height), box("mdia", handler("vide"),
                        box("minf", box("stbl", box("stsd", longs(0, 1), box("avc1", new byte[78]))))))),
                box("mdat", new byte[8]));
    }

    /** Sound only. */
    public static byte[] mp4WithoutVideo() {
        return replaced(mp4(), "vide", "soun", "hdlr");
    }

    /** Boxes in boxes, as deep as the file is long. */
    public static byte[] mp4Nested(int depth) {
        ByteBuffer boxes = ByteBuffer.allocate(depth * 8);
        while (boxes.hasRemaining()) {
            boxes.putInt(boxes.remaining()).put(ascii("moov"));
        }
        return join(box("ftyp", ascii("isom\0\0\2\0isomiso2")), boxes.array(), box("mdat", new byte[8]));
    }

   /** Nothing but headers. */
    public static byte[] mp4OfEmptyBoxes(int count) {
        ByteBuffer boxes = ByteBuffer.allocate(count * 8);
        while (boxes.hasRemaining()) {
            boxes.putInt(8).put(ascii("free"));
        }
        return join(box("ftyp", ascii("isom\0\0\2\0isomiso2")), boxes.array());
    }

    /** Matroska of another kind. */
    public static byte[] matroska() {
        // the same document with a longer name of its kind, in a header of the same length
        byte[] file = webm();
        byte[] from = ascii("\u0042\u0082\u0084webm");
        int at = indexOf(file, new String(from, StandardCharsets.ISO_8859_1), 0);
        System.arraycopy(ascii("wexm"), 0, file, at + 3, 4);
        System.arraycopy(ascii("webm"), 0, file, indexOf(file, Pictures.SECRET, 0), 4);
        return file;
    }

    public static byte[] box(String type, byte[]... parts) {
        byte[] payload = join(parts);
        return join(ByteBuffer.allocate(4).putInt(8 + payload.length).array(), ascii(type), payload);
    }

    private static byte[] track(String handler, String codec, int offset, int length) {
        return box("trak", tkhd(WIDTH, HEIGHT), box("mdia",
                box("mdhd", longs(0, 0x1234, 0x1234, 1000, 2000, 0)), handler(handler),
                box("minf", box("stbl",
                        box("stsd", longs(0, 1), box(codec, new byte[78])),
                        box("stts", longs(0, 1, 1, 2000)), box("stsc", longs(0, 1, 1, 1, 1)),
                        box("stsz", longs(0, length, 1)), box("stco", longs(0, 1, offset))))));
    }

    private static byte[] tkhd(int width, int height) {
        return box("tkhd", ByteBuffer.allocate(84).putInt(MATRIX - 4, 0x10000).putInt(MATRIX + 12, 0x10000)
                .putInt(MATRIX + 28, 0x40000000).putInt(76, width << 16).putInt(80, height << 16).array());
    }

    private static byte[] handler(String type) {
        return box("hdlr", longs(0, 0), ascii(type), new byte[12], ascii(Pictures.MAKE), new byte[1]);
    }

    private static byte[] longs(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4);
        Arrays.stream(values).forEach(buffer::putInt);
        return buffer.array();
    }

    /** The first text behind another one, replaced by one of the same length. */
    private static byte[] replaced(byte[] file, String text, String by, String behind) {
        int at = indexOf(file, text, indexOf(file, behind, 0));
        System.arraycopy(ascii(by), 0, file, at, by.length());
        return file;
    }

    private static int indexOf(byte[] file, String text, int from) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(text, from);
        if (at < 0) {
            throw new IllegalArgumentException("no " + text);
        }
        return at;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Videos.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
