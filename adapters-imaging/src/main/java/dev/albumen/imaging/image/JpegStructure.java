package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The marker segments of a JPEG (ITU-T T.81, annex B), from SOI to EOI. */
final class JpegStructure {

    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int MAX_STRAY_BYTES = 64 * 1024;
    private static final int MAX_SEGMENTS = 50_000;
    private static final int MAX_SCANS = 100;
    /** A JPEG of several scans is held in memory whole while it is decoded. */
    private static final long MAX_PIXELS_IN_SCANS = 100_000_000;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private final FileBytes file;
    private @Nullable Orientation orientation;
    private int width;
    private int height;
    private int channels;
    private boolean progressive;
    private long at = 2;

    JpegStructure(FileBytes file) {
        this.file = file;
    }

    Header walk() throws IOException, BrokenFileException {
        for (int segments = 0; segments < MAX_SEGMENTS; segments++) {
            int marker = nextMarker();
            if (marker == SOS) {
                requireEnd();
                return Header.of(MediaType.JPEG, width, height, orientation == null ? Orientation.NORMAL : orientation);
            }
            if (marker == EOI) {
                throw BrokenFileException.broken("The JPEG ends before its first scan.");
            }
            if (!standsAlone(marker)) {
                int length = segmentLength();
                readSegment(marker, length);
                at += length;
            }
        }
        throw BrokenFileException.broken("The JPEG has too many segments.");
    }

    private void readSegment(int marker, int length) throws IOException, BrokenFileException {
        if (marker == APP1 && orientation == null && length > 8 && Arrays.equals(file.bytes(at + 2, 6), EXIF)) {
            orientation = Orientation.ofExif(file.bytes(at + 8, length - 8));
        } else if (isFrameHeader(marker)) {
            readFrameHeader(marker);
        }
    }

    private void readFrameHeader(int marker) throws IOException, BrokenFileException {
        if (width > 0) {
            throw BrokenFileException.broken("The JPEG has two frame headers.");
        }
        // baseline, extended and progressive, all with Huffman coding: what the decoder knows
        if (marker > 0xC2) {
            throw BrokenFileException.unsupported(marker == 0xC3
                    ? "Lossless JPEG is not supported."
                    : "JPEG with hierarchical or arithmetic coding is not supported.");
        }
        if (file.u8(at + 2) != 8) {
            throw BrokenFileException.unsupported("JPEG with " + file.u8(at + 2) + " bits a channel is not supported; 8 are.");
        }
        height = file.u16(at + 3);
        width = file.u16(at + 5);
        channels = file.u8(at + 7);
        progressive = marker == 0xC2;
        if (channels != 1 && channels != 3 && channels != 4) {
            throw BrokenFileException.unsupported("JPEG with " + channels + " channels is not supported.");
        }
    }

    /** Leaves {@code at} behind the marker, on the segment's length. */
    private int nextMarker() throws IOException, BrokenFileException {
        // as decoders do: stray bytes between segments are passed over, fill bytes (0xFF) too
        long start = at;
        while (file.u8(at) != 0xFF) {
            if (++at - start > MAX_STRAY_BYTES) {
                throw BrokenFileException.broken("The JPEG's segments do not follow each other.");
            }
        }
        while (file.u8(at) == 0xFF) {
            at++;
        }
        return file.u8(at++);
    }

    private int segmentLength() throws IOException, BrokenFileException {
        int length = file.u16(at);
        if (length < 2) {
            throw BrokenFileException.broken("A segment of the JPEG has no length.");
        }
        file.requireWithin(at, length);
        return length;
    }

    private void requireEnd() throws IOException, BrokenFileException {
        if (width == 0) {
            throw BrokenFileException.broken("The JPEG has no frame header.");
        }
        boolean manyScans = progressive || file.u8(at + 2) != channels;
        if (manyScans && (long) width * height > MAX_PIXELS_IN_SCANS) {
            throw BrokenFileException.unsupported("Progressive JPEG is supported up to 100 megapixels.");
        }
        at += segmentLength();
        if (manyScans || file.u16(file.size() - 2) != (0xFF00 | EOI)) {
            walkScans();
        }
    }

    /** Looks for the end itself: bytes after it are usual (a video, more pictures, padding). */
    private void walkScans() throws IOException, BrokenFileException {
        int scans = 1;
        while (true) {
            while (file.u8(at++) != 0xFF) {
                // pixels
            }
            int marker = file.u8(at);
            if (marker == EOI) {
                return;
            }
            // each scan costs a pass over the whole picture
            if (marker == SOS && ++scans > MAX_SCANS) {
                throw BrokenFileException.unsupported("JPEG with more than " + MAX_SCANS + " scans is not supported.");
            }
            if (marker != 0 && marker != 0xFF) {
                at++;
                at += standsAlone(marker) ? 0 : segmentLength();
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker <= 0x01 || marker >= 0xD0 && marker <= 0xD8;
    }

    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
