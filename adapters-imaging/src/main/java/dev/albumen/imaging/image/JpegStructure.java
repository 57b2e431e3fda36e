package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.JpegSegments.Segment;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a JPEG's segments say, and whether its end is there. */
final class JpegStructure {

    private static final int APP1 = 0xE1;
    private static final int PROGRESSIVE = 0xC2;
    private static final int LOSSLESS = 0xC3;
    private static final int MAX_SCANS = 100;
    /** A JPEG of several scans is held in memory whole while it is decoded. */
    private static final long MAX_PIXELS_IN_SCANS = 100_000_000;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private final FileBytes file;
    private final JpegSegments segments;
    private @Nullable Orientation orientation;
    private int width;
    private int height;
    private int channels;
    private boolean progressive;

    JpegStructure(FileBytes file) {
        this.file = file;
        this.segments = new JpegSegments(file);
    }

    Header walk() throws IOException, BrokenFileException {
        Segment segment = segments.next();
        while (segment.marker() != JpegSegments.SOS) {
            if (segment.marker() == JpegSegments.EOI) {
                throw BrokenFileException.broken("The JPEG ends before its first scan.");
            }
            if (segment.marker() == APP1 && orientation == null && isExif(segment)) {
                orientation = Orientation.ofExif(file.bytes(segment.data() + EXIF.length, segment.length() - EXIF.length));
            } else if (isFrameHeader(segment.marker())) {
                readFrameHeader(segment);
            }
            segment = segments.next();
        }
        requireEnd(segment);
        return Header.of(MediaType.JPEG, width, height, orientation == null ? Orientation.NORMAL : orientation);
    }

    private boolean isExif(Segment segment) throws IOException, BrokenFileException {
        return segment.length() > EXIF.length && Arrays.equals(file.bytes(segment.data(), EXIF.length), EXIF);
    }

    private void readFrameHeader(Segment frame) throws IOException, BrokenFileException {
        if (width > 0) {
            throw BrokenFileException.broken("The JPEG has two frame headers.");
        }
        // baseline, extended and progressive, all with Huffman coding: what the decoder knows
        if (frame.marker() > PROGRESSIVE) {
            throw BrokenFileException.unsupported(frame.marker() == LOSSLESS
                    ? "Lossless JPEG is not supported."
                    : "JPEG with hierarchical or arithmetic coding is not supported.");
        }
        int bits = file.u8(frame.data());
        if (bits != 8) {
            throw BrokenFileException.unsupported("JPEG with " + bits + " bits a channel is not supported; 8 are.");
        }
        height = file.u16(frame.data() + 1);
        width = file.u16(frame.data() + 3);
        channels = file.u8(frame.data() + 5);
        progressive = frame.marker() == PROGRESSIVE;
        if (channels != 1 && channels != 3 && channels != 4) {
            throw BrokenFileException.unsupported("JPEG with " + channels + " channels is not supported.");
        }
    }

    private void requireEnd(Segment firstScan) throws IOException, BrokenFileException {
        if (width == 0 || height == 0) {
            throw BrokenFileException.broken("The JPEG does not say before its pixels how large it is.");
        }
        boolean manyScans = progressive || file.u8(firstScan.data()) != channels;
        if (manyScans && (long) width * height > MAX_PIXELS_IN_SCANS) {
            throw BrokenFileException.unsupported("JPEG of several scans is supported up to 100 megapixels.");
        }
        // bytes after the end are usual (a video, more pictures, padding): only then is the end itself looked for
        if (!manyScans && file.u16(file.size() - 2) == (0xFF00 | JpegSegments.EOI)) {
            return;
        }
        int scans = 1;
        for (int marker = JpegSegments.SOS; marker != JpegSegments.EOI; marker = segments.next().marker()) {
            // each scan costs a pass over the whole picture
            if (marker == JpegSegments.SOS && scans++ > MAX_SCANS) {
                throw BrokenFileException.unsupported("JPEG of more than " + MAX_SCANS + " scans is not supported.");
            }
        }
    }

    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
