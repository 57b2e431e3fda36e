package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
sealed interface Signature {

    /** As many bytes as {@link #of} looks at. */
    int LENGTH = 1024;

    /** A kind that Albumen knows, accepted or not. */
    record Known(MediaType mediaType) implements Signature {}

    /** Something else, named for people. */
    record Foreign(String name) implements Signature {}

    static Signature of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return new Known(MediaType.JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return new Known(MediaType.PNG);
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return new Known(MediaType.GIF);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return new Known(MediaType.WEBP);
        }
        if ((text.startsWith("II*\0") || text.startsWith("MM\0*")) && !text.startsWith("CR", 8)) {
            return new Known(MediaType.TIFF);
        }
        if (text.startsWith("\u00FF\n") || text.startsWith("\0\0\0\fJXL \r\n\u0087\n")) {
            return new Known(MediaType.JXL);
        }
        if (text.startsWith("ftyp", 4) && text.length() >= 16) {
            return byBrands(text);
        }
        if (text.startsWith("moov", 4) || text.startsWith("mdat", 4) || text.startsWith("wide", 4)) {
            // QuickTime from before there were brands
            return new Known(MediaType.MOV);
        }
        if (text.startsWith("\u001AE\u00DF\u00A3") && text.indexOf("webm") > 0) {
            return new Known(MediaType.WEBM);
        }
        return new Foreign(foreign(text));
    }

    /** ISO base media files: the major brand, and the compatible ones where the major one is general. */
    private static Signature byBrands(String text) {
        int boxEnd = Math.clamp(text.charAt(2) << 8 | text.charAt(3), 16, text.length());
        String major = text.substring(8, 12);
        String brands = text.substring(8, boxEnd);
        if (major.startsWith("avi") || major.equals("mif1") && brands.contains("avif")) {
            return new Known(MediaType.AVIF);
        }
        return switch (major) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" -> new Known(MediaType.HEIC);
            case "qt  " -> new Known(MediaType.MOV);
            case "M4A ", "M4B ", "M4P " -> new Foreign("an audio file");
            case "crx " -> new Foreign("a raw photograph");
            default -> new Known(MediaType.MP4);
        };
    }

    private static String foreign(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf-")) {
            return "PDF";
        }
        if (start.contains("<svg")) {
            return "SVG";
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "HTML";
        }
        if (text.startsWith("BM")) {
            return "BMP";
        }
        if (text.startsWith("8BPS")) {
            return "a Photoshop document";
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return "a ZIP archive";
        }
        return isText(text) ? "text" : "of an unknown kind";
    }

    private static boolean isText(String text) {
        return text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
    }
}
