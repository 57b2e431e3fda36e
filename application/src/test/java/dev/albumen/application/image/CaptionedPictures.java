package dev.albumen.application.image;

import static dev.albumen.application.image.Containers.ascii;
import static dev.albumen.application.image.Containers.join;

import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.MediaType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Files for tests that say in XMP and IPTC what people write about pictures, and the same with hostile blocks. */
public final class CaptionedPictures {

    /** What {@link #xmp()} says. */
    public static final Caption CAPTION = new Caption("Low tide", "The quay — early “morning” " + Pictures.SECRET, "Ada Lovelace, Bob Böhm",
            "© Ada Lovelace", 4, List.of("Sea", "東京", "low tide"));
    /** What {@link #iptc()} says. */
    public static final Caption IPTC_CAPTION = new Caption("Ebbe", "Der Kai am Morgen " + Pictures.SECRET, "Ada Lovelace, Bob Böhm",
            "© Ada", null, List.of("Möwe", "sea"));

    /** The application segment of EXIF and XMP, and that of Photoshop. */
    private static final int APP1 = 0xE1;
    private static final int APP13 = 0xED;
    private static final int FLAG_XMP = 0x04;

    private CaptionedPictures() {}

    /** A packet as programs for photographs write it: {@link #CAPTION}, and a time with an offset. */
    public static byte[] xmp() {
        return packet("""
                <rdf:Description rdf:about="" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmp:Rating="4" photoshop:DateCreated="2024-07-14T18:30:15.5+02:00">
                 <d:title><rdf:Alt><rdf:li xml:lang="de">Ebbe</rdf:li><rdf:li xml:lang="x-default">Low tide</rdf:li></rdf:Alt></d:title>
                 <d:description><rdf:Alt><rdf:li xml:lang="x-default">The quay — early “morning” %s</rdf:li></rdf:Alt></d:description>
                 <d:creator><rdf:Seq><rdf:li>Ada Lovelace</rdf:li><rdf:li>Bob Böhm</rdf:li></rdf:Seq></d:creator>
                 <d:rights><rdf:Alt><rdf:li xml:lang="x-default">&#xA9; Ada Lovelace</rdf:li></rdf:Alt></d:rights>
                 <d:subject><rdf:Bag><rdf:li>Sea</rdf:li><rdf:li>東京</rdf:li><rdf:li>SEA</rdf:li><rdf:li> low tide </rdf:li></rdf:Bag></d:subject>
                </rdf:Description>
                """.formatted(Pictures.SECRET));
    }

    /** Anything inside of what makes a packet. */
    public static byte[] packet(String descriptions) {
        return ("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">" + descriptions
                + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>").getBytes(StandardCharsets.UTF_8);
    }

    /** {@link #IPTC_CAPTION} in UTF-8, and a time with an offset. */
    public static byte[] iptc() {
        return join(dataSet(1, 90, "\u001B%G"), dataSet(2, 5, "Ebbe"), dataSet(2, 25, "Möwe"), dataSet(2, 25, "sea"),
                dataSet(2, 55, "20240714"), dataSet(2, 60, "183015+0200"), dataSet(2, 80, "Ada Lovelace"), dataSet(2, 80, "Bob Böhm"),
                dataSet(2, 116, "© Ada"), dataSet(2, 120, "Der Kai am Morgen " + Pictures.SECRET));
    }

    public static byte[] dataSet(int record, int number, String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        return join(ByteBuffer.allocate(5).put((byte) 0x1C).put((byte) record).put((byte) number).putShort((short) value.length).array(), value);
    }

    /** Every kind that can say {@link #CAPTION}, with it. */
    public static Map<MediaType, byte[]> ofEveryKind() {
        return Map.of(
                MediaType.JPEG, jpeg(xmp()), MediaType.PNG, png(xmp(), false), MediaType.WEBP, webp(), MediaType.GIF, gif(),
                MediaType.TIFF, tiff());
    }

    /** Not a picture, but the boxes of one, as AVIF and HEIC have them: EXIF of a telephone and {@link #xmp()}. */
    public static byte[] heif() {
        byte[] exif = join(new byte[] {0, 0, 0, 6}, ascii("Exif\0\0"), Exif.telephone(1));
        byte[] infos = box("iinf", new byte[] {0, 0, 0, 0, 0, 3}, info(1, "av01\0"), info(2, "Exif\0"), info(3, "mime\0application/rdf+xml\0"));
        byte[] type = box("ftyp", ascii("avif\0\0\0\0avifmif1"));
        int metaBytes = 12 + infos.length + 8 + 8 + 3 * 14;
        int data = type.length + metaBytes + 8;
        byte[] locations = box("iloc", new byte[] {0, 0, 0, 0, 0x44, 0, 0, 3},
                location(1, data, 0), location(2, data, exif.length), location(3, data + exif.length, xmp().length));
        return join(type, box("meta", new byte[4], infos, locations), box("mdat", exif, xmp()));
    }

    private static byte[] info(int id, String typeAndNames) {
        return box("infe", new byte[] {2, 0, 0, 0, 0, (byte) id, 0, 0}, ascii(typeAndNames));
    }

    private static byte[] location(int id, int offset, int length) {
        return ByteBuffer.allocate(14).putShort((short) id).putShort((short) 0).putShort((short) 1).putInt(offset).putInt(length).array();
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] payload = join(parts);
        return join(ByteBuffer.allocate(4).putInt(8 + payload.length).array(), ascii(type), payload);
    }

    public static byte[] jpeg(byte[] packet) {
        return Containers.withSegment(Pictures.jpeg(60, 40), APP1, ascii("http://ns.adobe.com/xap/1.0/\0"), packet);
    }

    /** With a packet that names its extension, which comes in parts of so many bytes. */
    public static byte[] jpegWithExtendedXmp(byte[] packet, String name, byte[] extension, int partBytes) {
        byte[] jpeg = Pictures.jpeg(60, 40);
        for (int from = (extension.length - 1) / partBytes * partBytes; from >= 0; from -= partBytes) {
            jpeg = Containers.withSegment(jpeg, APP1, ascii("http://ns.adobe.com/xmp/extension/\0"), ascii(name),
                    ByteBuffer.allocate(8).putInt(extension.length).putInt(from).array(),
                    Arrays.copyOfRange(extension, from, Math.min(from + partBytes, extension.length)));
        }
        return Containers.withSegment(jpeg, APP1, ascii("http://ns.adobe.com/xap/1.0/\0"), packet);
    }

    /** Says its title, and that more comes under this name. */
    public static byte[] extendedXmp(String name) {
        return packet("""
                <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:n="http://ns.adobe.com/xmp/note/"
                  n:HasExtendedXMP="%s"><dc:title>Low tide</dc:title></rdf:Description>
                """.formatted(name));
    }

    /** With EXIF's of a telephone too. */
    public static byte[] jpegWithGps(byte[] packet) {
        return Containers.withSegment(jpeg(packet), APP1, ascii("Exif\0\0"), Exif.telephone(1));
    }

    /** With the packet in EXIF, where only TIFF has it. */
    public static byte[] jpegWithXmpInExif(byte[] packet) {
        return Containers.withSegment(Pictures.jpeg(60, 40), APP1, ascii("Exif\0\0"),
                new Exif().orientation(1).undefined(0x02BC, packet).undefined(0x83BB, iptc()).bytes());
    }

    /** With a block of IPTC-IIM behind another of Photoshop's resources, both cut into two segments. */
    public static byte[] jpegWithIptc(byte[] block) {
        byte[] other = join(ascii("8BIM"), new byte[] {4, 0x25, 3, 'a', 'b', 'c', 0, 0, 0, 3, 1, 2, 3, 0});
        byte[] resources = join(other, ascii("8BIM"), new byte[] {4, 4, 0, 0}, ByteBuffer.allocate(4).putInt(block.length).array(), block);
        int half = resources.length / 2;
        byte[] second = Arrays.copyOfRange(resources, half, resources.length);
        byte[] jpeg = Containers.withSegment(Pictures.jpeg(60, 40), APP13, ascii("Photoshop 3.0\0"), second);
        return Containers.withSegment(jpeg, APP13, ascii("Photoshop 3.0\0"), Arrays.copyOf(resources, half));
    }

    /** With a time in EXIF, as it stands there, its offset, and the satellites' date and time in UTC; "" leaves one out. */
    public static byte[] jpegTaken(String time, String offset, String satellites) {
        Exif exif = new Exif().orientation(1);
        if (!time.isEmpty()) {
            exif.photoText(0x9003, time);
        }
        if (!offset.isEmpty()) {
            exif.photoText(0x9011, offset);
        }
        if (!satellites.isEmpty()) {
            exif.satellites(satellites);
        }
        return Containers.withSegment(Pictures.jpeg(60, 40), APP1, ascii("Exif\0\0"), exif.bytes());
    }

    public static byte[] png(byte[] packet, boolean packed) {
        return pngWithText("XML:com.adobe.xmp", packet, packed);
    }

    /** With an international text. */
    public static byte[] pngWithText(String keyword, byte[] text, boolean packed) {
        return Containers.withPngChunk(Pictures.png(60, 40), "iTXt", ascii(keyword + "\0"), new byte[] {(byte) (packed ? 1 : 0), 0, 0, 0},
                packed ? Containers.deflated(text) : text);
    }

    /** With a compressed text, as it is. */
    public static byte[] pngWithPackedText(String keyword, byte[] packed) {
        return Containers.withPngChunk(Pictures.png(60, 40), "zTXt", ascii(keyword + "\0\0"), packed);
    }

    /** With a packet that is compressed already. */
    public static byte[] pngWithPackedXmp(byte[] packed) {
        return Containers.withPngChunk(Pictures.png(60, 40), "iTXt", ascii("XML:com.adobe.xmp\0"), new byte[] {1, 0, 0, 0}, packed);
    }

    private static byte[] webp() {
        return Containers.webpWithChunk(Pictures.webp(), Pictures.WEBP_WIDTH, Pictures.WEBP_HEIGHT, FLAG_XMP, "XMP ", xmp());
    }

    private static byte[] gif() {
        ByteArrayOutputStream trailer = new ByteArrayOutputStream();
        trailer.write(1);
        for (int length = 255; length >= 0; length--) {
            trailer.write(length);
        }
        trailer.write(0);
        return Containers.withGifExtension(Pictures.gifWithComment(60, 40), join(
                new byte[] {0x21, (byte) 0xFF, 11}, ascii("XMP DataXMP"), xmp(), trailer.toByteArray()));
    }

    /** One gray dot, and IPTC beside XMP. */
    private static byte[] tiff() {
        return new Exif().number(0x0100, 1).number(0x0101, 1).number(0x0102, 8).number(0x0106, 1).number(0x0111, 0).number(0x0115, 1)
                .number(0x0116, 1).number(0x0117, 1).undefined(0x02BC, xmp()).undefined(0x83BB, iptc()).bytes();
    }
}
