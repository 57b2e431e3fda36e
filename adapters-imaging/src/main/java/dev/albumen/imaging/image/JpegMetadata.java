package dev.albumen.imaging.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Metadata in a JPEG's application segments. Extended XMP, which holds what one segment cannot, is left alone. */
final class JpegMetadata {

    private static final int APP1 = 0xE1;
    private static final int APP13 = 0xED;
    private static final int COMMENT = 0xFE;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";

    private final MetadataBlocks into;
    private final FileBytes file;
    /** Photoshop's resources go over several segments. */
    private final ByteArrayOutputStream resources = new ByteArrayOutputStream();

    private JpegMetadata(FileBytes file, MetadataBlocks into) {
        this.file = file;
        this.into = into;
    }

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        JpegMetadata metadata = new JpegMetadata(file, into);
        try {
            metadata.walk();
        } finally {
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
        } else if (marker == APP13 && into.begins(data, length, PHOTOSHOP) && resources.size() < IptcDigest.MAX_BYTES) {
            resources.writeBytes(file.bytes(data + PHOTOSHOP.length(), length - PHOTOSHOP.length()));
        } else if (marker == COMMENT && into.takesText()) {
            into.text("Comment", new String(into.start(data, length, MetadataBlocks.MAX_TEXT_BYTES), StandardCharsets.UTF_8));
        }
    }
}
