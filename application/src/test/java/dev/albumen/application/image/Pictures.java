package dev.albumen.application.image;

import static dev.albumen.application.image.Containers.ascii;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;

/** Files for tests, made by code: good ones of every kind, and the broken and hostile ones that must be refused. */
public final class Pictures {

    public static final String MAKE = "Albion";
    public static final String MODEL = "A7";
    public static final String LENS = "Albion 35mm F2.8";
    public static final String OWNER = "Ada Lovelace";
    public static final String SERIAL_NUMBER = "SN-4711";
    public static final Instant TAKEN_AT = Instant.parse("2024-07-14T16:30:15Z");
    public static final double LATITUDE = 38.7;
    public static final double LONGITUDE = -9.15;
    public static final double ALTITUDE = 408;
    /** Occurs in every comment, XMP and IPTC block written here; nothing made for the public may contain it. */
    public static final String SECRET = "secret-note";
    /** Width and height of {@link #webp()} and {@link #webpTransparent()}. */
    public static final int WEBP_WIDTH = 40;
    public static final int WEBP_HEIGHT = 30;

    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP13 = 0xED;
    private static final int APP14 = 0xEE;
    private static final int COMMENT = 0xFE;

    private Pictures() {}

    /** A photograph-like JPEG. */
    public static byte[] jpeg(int width, int height) {
        return jpeg(width, height, 1);
    }

    /** As {@link #jpeg(int, int)}; another seed gives other bytes. */
    public static byte[] jpeg(int width, int height, long seed) {
        return Encoding.write(Canvas.photo(width, height, seed), "jpeg", false);
    }

    /** A picture of patches, another for each seed, the same at every size; brighter by so many of 255. */
    public static byte[] scene(int width, int height, long seed, int brighter, String format) {
        return Encoding.write(Canvas.scene(width, height, seed, brighter), format, false);
    }

    public static byte[] progressiveJpeg(int width, int height) {
        return Encoding.write(Canvas.photo(width, height, 1), "jpeg", true);
    }

    public static byte[] grayJpeg(int width, int height) {
        return Encoding.write(Canvas.gray(Canvas.photo(width, height, 1)), "jpeg", false);
    }

    /** One colour all over, in sRGB without a profile. */
    public static byte[] filledJpeg(int width, int height, Color color) {
        return Encoding.write(Canvas.filled(width, height, color), "jpeg", false);
    }

    /** A JPEG with all that must not leak: EXIF with place, owner and serial number, XMP, IPTC, a comment. */
    public static byte[] jpegWithGps(int width, int height) {
        return jpegWithGps(width, height, 1);
    }

    /** As {@link #jpegWithGps(int, int)}; another seed gives other pixels. */
    public static byte[] jpegWithGps(int width, int height, long seed) {
        return withEverythingPrivate(jpeg(width, height, seed), 1);
    }

    /** A JPEG with a second, private JPEG behind its end, as telephones write depth maps and moving pictures. */
    public static byte[] jpegWithTail(int width, int height) {
        return Containers.join(jpeg(width, height), jpegWithGps(width, height));
    }

    /** A JPEG of 64×48 as shown, in four coloured quarters ({@link #corners()}), stored in one of the eight orientations. */
    public static byte[] jpegOriented(int orientation) {
        return jpegOriented(orientation, 64, 48);
    }

    /** As {@link #jpegOriented(int)}, so large as shown. */
    public static byte[] jpegOriented(int orientation, int width, int height) {
        BufferedImage stored = Canvas.stored(Canvas.corners(width, height, false), orientation);
        return withExif(Encoding.write(stored, "jpeg", false), Exif.oriented(orientation));
    }

    /** As {@link #jpegOriented(int)}, with all of {@link #jpegWithGps(int, int)} beside the orientation. */
    public static byte[] jpegOrientedWithGps(int orientation) {
        byte[] jpeg = Encoding.write(Canvas.stored(Canvas.corners(64, 48, false), orientation), "jpeg", false);
        return withEverythingPrivate(jpeg, orientation);
    }

    /** The quarters' colours as shown: top left, top right, bottom left, bottom right. */
    public static List<Color> corners() {
        return Canvas.CORNERS;
    }

    /** In four inks, inverted, with Adobe's marker, showing {@link #corners()}. */
    public static byte[] cmykJpeg(int width, int height) {
        byte[] jpeg = Encoding.jpeg(new IIOImage(Canvas.invertedCmyk(Canvas.corners(width, height, false)), null, null), false);
        return Containers.withSegment(jpeg, APP14, ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, 0});
    }

    /** One colour given in Display P3 coordinates, with that profile embedded. */
    public static byte[] displayP3Jpeg(int width, int height, Color p3) {
        return Containers.withSegment(
                filledJpeg(width, height, p3), APP2, ascii("ICC_PROFILE\0"), new byte[] {1, 1}, displayP3Profile());
    }

    /** As {@link #displayP3Jpeg}, as a PNG. */
    public static byte[] displayP3Png(int width, int height, Color p3) {
        return Containers.withPngChunk(Encoding.write(Canvas.filled(width, height, p3), "png", false),
                "iCCP", ascii("P3\0\0"), Containers.deflated(displayP3Profile()));
    }

    /** One gray all over, in one channel; {@code format} is {@code png} or {@code jpeg}. */
    public static byte[] grayPicture(int width, int height, int level, String format) {
        return Encoding.write(Canvas.gray(width, height, level), format, false);
    }

    /** Cut off in the middle of its pixels. */
    public static byte[] truncatedJpeg() {
        byte[] whole = jpeg(640, 480);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** Ends as a JPEG does, but half of its pixels are missing: only decoding can tell. */
    public static byte[] hollowJpeg() {
        byte[] half = truncatedJpeg();
        return Containers.join(half, new byte[] {0, (byte) 0xFF, (byte) 0xD9});
    }

    public static byte[] png(int width, int height) {
        return png(width, height, 1);
    }

    public static byte[] png(int width, int height, long seed) {
        return Encoding.write(Canvas.photo(width, height, seed), "png", false);
    }

    /** {@link #corners()} with the last quarter wholly transparent. */
    public static byte[] transparentPng(int width, int height) {
        return Encoding.write(Canvas.corners(width, height, true), "png", false);
    }

    /** {@link #corners()} with a palette of four colours. */
    public static byte[] palettePng(int width, int height) {
        return Encoding.write(Canvas.palette(width, height), "png", false);
    }

    /** {@link #corners()} with 16 bits a channel. */
    public static byte[] png16(int width, int height) {
        return Encoding.write(Canvas.sixteenBit(Canvas.corners(width, height, false)), "png", false);
    }

    /** A PNG of {@link #corners()} with text, time and EXIF chunks, 64×48 as shown. */
    public static byte[] pngWithGps(int orientation) {
        byte[] png = Encoding.write(Canvas.stored(Canvas.corners(64, 48, false), orientation), "png", false);
        byte[] exif = Containers.withPngChunk(png, "eXIf", Exif.telephone(orientation));
        byte[] text = Containers.withPngChunk(exif, "tEXt", ascii("Comment\0" + SECRET));
        return Containers.withPngChunk(text, "tIME", new byte[] {7, (byte) 0xE8, 7, 14, 18, 30, 15});
    }

    /** A well-formed PNG of a few bytes whose header claims this size. */
    public static byte[] pngClaiming(int width, int height) {
        byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0}).array();
        return Containers.join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                Containers.pngChunk("IHDR", header),
                Containers.pngChunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
                Containers.pngChunk("IEND"));
    }

    public static byte[] truncatedPng() {
        byte[] whole = png(320, 240);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    public static byte[] gif(int width, int height) {
        return Encoding.write(Canvas.palette(width, height), "gif", false);
    }

    /** A GIF that repeats, with a comment that holds {@link #SECRET}. */
    public static byte[] gifWithComment(int width, int height) {
        return Containers.gifWithComment(gif(width, height), SECRET);
    }

    public static byte[] truncatedGif() {
        byte[] whole = gif(320, 240);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    public static byte[] tiff(int width, int height) {
        return Encoding.write(Canvas.photo(width, height, 1), "tiff", false);
    }

    /** Lossy, of {@value #WEBP_WIDTH}×{@value #WEBP_HEIGHT}: red, green, blue and white quarters. */
    public static byte[] webp() {
        return Base64.getDecoder().decode("""
                UklGRr4AAABXRUJQVlA4ILIAAAAwBgCdASooAB4APsVSpUunpKQhsAqo8BiJaACsM6Y7X5X+M3K17xeFeCV+v/uKoE0iTFWsV7DlCdeU\
                AP7KyNcVXmP4VLOqf3KfZtb/6gzIK1m2USCPP8oeeKhSKBLsZZKjJ3y4b830C93B49joSzX/xpWl2w///wQ3elHuUbQnm9QOpldTLV9A\
                R0CAC+cmvMvPzLzMvPzgNwvZb+1ApW//B2TzoN/odk87PAhwhQNOAAAA""");
    }

    /** Lossless, of {@value #WEBP_WIDTH}×{@value #WEBP_HEIGHT}: red, green, blue and transparent quarters. */
    public static byte[] webpTransparent() {
        return Base64.getDecoder().decode(
                "UklGRjoAAABXRUJQVlA4TC4AAAAvJ0AHEB8gEEjaH3qN+RcQFPk/2vwH8KVATcA0DCYxicmO/NwR/Z+AYdiFKXYB");
    }

    /** Of 16×16. */
    public static byte[] avif() {
        return Base64.getDecoder().decode("""
                AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRt\
                AAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAHQAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlw\
                cnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAQAAAAEAAAABBwaXhpAAAAAAMICAgAAAAX\
                aXBtYQAAAAAAAAABAAEEgYIDhAAAACVtZGF0EgAKCRgM/9ggQEDQgDIOGAAAAFB5yMcdF97Tb3A=""");
    }

    /** {@link #webp()} stored as if it had to be shown in this orientation, with everything private in EXIF. */
    public static byte[] webpWithGps(int orientation) {
        return Containers.webpWithExif(webp(), WEBP_WIDTH, WEBP_HEIGHT, false, Exif.telephone(orientation));
    }

    public static byte[] truncatedWebp() {
        return Arrays.copyOf(webp(), webp().length / 2);
    }

    /** Runs a script where a browser shows it. */
    public static byte[] svg() {
        return """
                <?xml version="1.0"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><script>alert(1)</script></svg>
                """.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] text() {
        return "This is no picture at all.\n".repeat(20).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] pdf() {
        return "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] withEverythingPrivate(byte[] jpeg, int orientation) {
        byte[] noted = Containers.withSegment(jpeg, COMMENT, ascii(SECRET));
        byte[] iptc = Containers.withSegment(noted, APP13, ascii("Photoshop 3.0\0" + "8BIM"), new byte[] {4, 4, 0, 0, 0, 0, 0, 16},
                new byte[] {0x1C, 2, 120, 0, 11}, ascii(SECRET));
        byte[] xmp = Containers.withSegment(iptc, APP1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + "</x:xmpmeta>"));
        return withExif(xmp, Exif.telephone(orientation));
    }

    private static byte[] withExif(byte[] jpeg, byte[] exif) {
        return Containers.withSegment(jpeg, APP1, ascii("Exif\0\0"), exif);
    }

    /** The JDK's sRGB profile with the primaries of Display P3, adapted to D50; the curve is the same. */
    private static byte[] displayP3Profile() {
        ICC_Profile profile =
                ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        profile.setData(ICC_Profile.icSigRedColorantTag, xyz(0.51512, 0.24120, -0.00105));
        profile.setData(ICC_Profile.icSigGreenColorantTag, xyz(0.29198, 0.69225, 0.04189));
        profile.setData(ICC_Profile.icSigBlueColorantTag, xyz(0.15710, 0.06657, 0.78407));
        return profile.getData();
    }

    private static byte[] xyz(double... values) {
        ByteBuffer out = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : values) {
            out.putInt((int) Math.round(value * 65536));
        }
        return out.array();
    }
}
