package dev.albumen.imaging.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Metadata in a JPEG's application segments. */
final class JpegMetadata {

    private static final int APP1 = 0xE1;
    private static final int APP13 = 0xED;
    private static final int COMMENT = 0xFE;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
    /** Of what names the packet that is extended: 32 letters. */
    private static final int NAME_BYTES = 32;
    /** The same with how long the extension is, and where the segment's part of it begins. */
    private static final int PART_HEAD_BYTES = NAME_BYTES + 8;
    private static final String PHOTOSHOP = "Photoshop 3.0\0";

    private final MetadataBlocks into;
    private final FileBytes file;
    /** Photoshop's resources go over several segments. */
    private final ByteArrayOutputStream resources = new ByteArrayOutputStream();

    /** Of XMP, what one segment cannot hold. */
    private final ByteArrayOutputStream extension = new ByteArrayOutputStream();

    private JpegMetadata(FileBytes file, MetadataBlocks into) {
        this.file = file;
        this.into = into;
    }

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        JpegMetadata metadata = new JpegMetadata(file, into);
        try {
            metadata.walk();
        } finally {
            into.xmpExtension(metadata.extension.toByteArray());
            PhotoshopResources.iptc(metadata.resources.toByteArray()).ifPresent(into::iptc);
        }
    }

    private void walk() throws IOException, BrokenFileException {
        JpegSegments segments = new JpegSegments(file);
        JpegSegments.Segment segment = segments.next();
        while (segment.marker() != JpegSegments.SOS && segment.marker() != JpegSegments.EOI) {
            take(segment.marker(), segment.data(), segment.length());
            segment = segments.next();
        }
    }

    private void take(int marker, long data, int length) throws IOException, BrokenFileException {
        if (marker == APP1 && into.begins(data, length, EXIF)) {
            into.exif(data, length);
            file.order(ByteOrder.BIG_ENDIAN);
        } else if (marker == APP1 && into.begins(data, length, XMP)) {
            into.xmp(data + XMP.length(), length - XMP.length());
        } else if (marker == APP1 && into.begins(data, length, EXTENDED_XMP)) {
            extend(data + EXTENDED_XMP.length(), length - EXTENDED_XMP.length());
        } else if (marker == APP13 && into.begins(data, length, PHOTOSHOP) && resources.size() < IptcDigest.MAX_BYTES) {
            resources.writeBytes(file.bytes(data + PHOTOSHOP.length(), length - PHOTOSHOP.length()));
        } else if (marker == COMMENT && into.takesText()) {
            into.text("Comment", new String(into.start(data, length, MetadataBlocks.MAX_TEXT_BYTES), StandardCharsets.UTF_8));
        }
    }

    /** As writers write it: behind the packet that it extends, which names it, and part by part. */
    private void extend(long at, int length) throws IOException, BrokenFileException {
        if (length <= PART_HEAD_BYTES || extension.size() >= XmpReader.MAX_BYTES) {
            return;
        }
        String name = new String(file.bytes(at, NAME_BYTES), StandardCharsets.ISO_8859_1);
        boolean named = into.xmp().text("xmpNote:HasExtendedXMP").filter(name::equalsIgnoreCase).isPresent();
        if (named && file.u32(at + NAME_BYTES + 4) == extension.size()) {
            extension.writeBytes(file.bytes(at + PART_HEAD_BYTES, length - PART_HEAD_BYTES));
        }
    }
}
