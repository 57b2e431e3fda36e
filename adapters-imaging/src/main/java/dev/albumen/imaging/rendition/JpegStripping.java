package dev.albumen.imaging.rendition;

import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.JpegSegments;
import dev.albumen.imaging.image.JpegSegments.Segment;
import dev.albumen.imaging.image.Orientation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Keeps tables, frame and scans, the density, the colour profile and Adobe's colour transform; ends at the end. */
final class JpegStripping {

    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int ADOBE_BYTES = 12;
    private static final int JFIF_BYTES = 14;

    private final FileBytes file;
    private final Copy copy;

    private JpegStripping(FileBytes file, Copy copy) {
        this.file = file;
        this.copy = copy;
    }

    static void strip(FileBytes file, Orientation orientation, Copy copy) throws IOException, BrokenFileException {
        copy.bytes(0xFF, 0xD8);
        if (orientation != Orientation.NORMAL) {
            ByteBuffer exif = SegmentStripper.exif(orientation);
            int length = 8 + exif.remaining();
            copy.bytes(0xFF, APP1, length >> 8, length, 'E', 'x', 'i', 'f', 0, 0);
            copy.bytes(exif);
        }
        new JpegStripping(file, copy).copySegments();
    }

    private void copySegments() throws IOException, BrokenFileException {
        file.order(ByteOrder.BIG_ENDIAN);
        JpegSegments segments = new JpegSegments(file);
        boolean inScan = false;
        long end = 0;
        while (true) {
            Segment segment = segments.next();
            if (inScan) {
                copy.range(end, segment.start());
            }
            if (segment.marker() == JpegSegments.EOI) {
                copy.bytes(0xFF, JpegSegments.EOI);
                return;
            }
            copySegment(segment);
            inScan = segment.marker() == JpegSegments.SOS;
            end = segment.end();
        }
    }

    private void copySegment(Segment segment) throws IOException, BrokenFileException {
        switch (segment.marker()) {
            case APP0 -> {
                if (begins(segment, "JFIF\0", JFIF_BYTES)) {
                    // all but its thumbnail
                    copy.bytes(0xFF, APP0, 0, JFIF_BYTES + 2);
                    copy.range(segment.data(), segment.data() + JFIF_BYTES - 2);
                    copy.bytes(0, 0);
                }
            }
            case APP2 -> {
                if (begins(segment, "ICC_PROFILE\0", 14)) {
                    copy.range(segment.start(), segment.end());
                }
            }
            case APP14 -> {
                if (begins(segment, "Adobe", ADOBE_BYTES)) {
                    copy.bytes(0xFF, APP14, 0, ADOBE_BYTES + 2);
                    copy.range(segment.data(), segment.data() + ADOBE_BYTES);
                }
            }
            default -> {
                if (makesPixels(segment.marker())) {
                    copy.range(segment.start(), segment.end());
                }
            }
        }
    }

    /** Frames, Huffman and quantization tables, scans, number of lines, restart interval. */
    private static boolean makesPixels(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC8 || marker >= 0xDA && marker <= 0xDD;
    }

    private boolean begins(Segment segment, String name, int minLength) throws IOException, BrokenFileException {
        return segment.length() >= minLength
                && new String(file.bytes(segment.data(), name.length()), StandardCharsets.ISO_8859_1).equals(name);
    }
}
