package dev.albumen.imaging.image;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of metadata in a file, each read as it is found, and each within bounds: EXIF and IPTC by metadata-extractor
 * from digests, XMP, and texts. Of each kind the first counts.
 */
final class MetadataBlocks {

    static final int MAX_TEXT_BYTES = 4096;
    private static final int MAX_TEXTS = 100;
    private static final String EXIF = "Exif\0\0";

    private final FileBytes file;
    private final Metadata directories = new Metadata();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final VideoNotes video = new VideoNotes();
    private @Nullable XmpProperties xmp;
    private int textsSeen;

    MetadataBlocks(FileBytes file) {
        this.file = file;
    }

    /** EXIF's and IPTC's. */
    Metadata directories() {
        return directories;
    }

    /** Without any where there is no packet. */
    XmpProperties xmp() {
        return xmp == null ? new XmpProperties() : xmp;
    }

    /** Comments and PNG's texts, by name. */
    Map<String, String> texts() {
        return texts;
    }

    /** Without any for a picture. */
    VideoNotes video() {
        return video;
    }

    boolean hasXmp() {
        return xmp != null;
    }

    /** A TIFF structure. Leaves the file's byte order changed. */
    void exif(long at, long length) throws IOException, BrokenFileException {
        // some writers keep JPEG's prefix where it does not belong
        boolean prefixed = length > EXIF.length() && latin1(at, EXIF.length()).equals(EXIF);
        int skipped = prefixed ? EXIF.length() : 0;
        if (length > skipped && directories.getDirectoryCount() == 0) {
            Optional<byte[]> digest = ExifDigest.of(file, at + skipped, length - skipped);
            digest.ifPresent(bytes -> new ExifReader().extract(new ByteArrayReader(bytes), directories));
        }
    }

    /** A packet in the file. */
    void xmp(long at, long length) throws IOException, BrokenFileException {
        if (!hasXmp()) {
            xmp(start(at, length, XmpReader.MAX_BYTES));
        }
    }

    void xmp(byte[] packet) {
        if (!hasXmp()) {
            xmp = XmpReader.read(new ByteArrayInputStream(packet, 0, Math.min(packet.length, XmpReader.MAX_BYTES)));
        }
    }

    /** A packet that goes on where the first one had no room. */
    void xmpExtension(byte[] packet) {
        if (xmp != null && packet.length > 0) {
            xmp.addMissing(XmpReader.read(new ByteArrayInputStream(packet, 0, Math.min(packet.length, XmpReader.MAX_BYTES))));
        }
    }

    /** A block of IPTC-IIM. */
    void iptc(byte[] block) {
        if (directories.getFirstDirectoryOfType(IptcDirectory.class) == null) {
            byte[] digest = IptcDigest.of(block);
            new IptcReader().extract(new SequentialByteArrayReader(digest), directories, digest.length);
        }
    }

    /** Whether one more text is to be read: not after the first hundred, whatever became of them. */
    boolean takesText() {
        return textsSeen++ < MAX_TEXTS;
    }

    void text(String name, String text) {
        texts.putIfAbsent(name, text);
    }

    /** At most so many bytes from there. */
    byte[] start(long at, long length, int maxBytes) throws IOException, BrokenFileException {
        return file.bytes(at, (int) Math.min(length, maxBytes));
    }

    boolean begins(long at, long length, String name) throws IOException, BrokenFileException {
        return length >= name.length() && latin1(at, name.length()).equals(name);
    }

    private String latin1(long at, int length) throws IOException, BrokenFileException {
        return new String(file.bytes(at, length), StandardCharsets.ISO_8859_1);
    }
}
