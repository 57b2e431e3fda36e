package dev.albumen.imaging.image;

import java.io.IOException;

/** Walks the marker segments of a JPEG (ITU-T T.81, annex B), from the first after SOI to EOI. */
public final class JpegSegments {

    public static final int EOI = 0xD9;
    public static final int SOS = 0xDA;

    private static final int MAX_STRAY_BYTES = 64 * 1024;
    private static final int MAX_SEGMENTS = 50_000;

    private final FileBytes file;
    private long at = 2;
    private int count;
    private boolean inScan;

    public JpegSegments(FileBytes file) {
        this.file = file;
    }

    /**
     * A segment.
     *
     * @param start of its marker; what lies between this and the end of a scan's header are that scan's pixels
     * @param data where its payload begins
     * @param end behind its payload
     */
    public record Segment(int marker, long start, long data, long end) {

        /** In the payload, without the two bytes that say so. */
        public int length() {
            return (int) (end - data);
        }
    }

    /** The next segment with a payload, or EOI. Markers without one are passed over, restart markers as part of a scan. */
    public Segment next() throws IOException, BrokenFileException {
        while (true) {
            int marker = inScan ? markerAfterPixels() : markerAfterStrayBytes();
            long start = at - 2;
            if (marker == EOI) {
                return new Segment(marker, start, at, at);
            }
            if (marker > 0x01 && (marker < 0xD0 || marker > 0xD8)) {
                return segment(marker, start);
            }
        }
    }

    private Segment segment(int marker, long start) throws IOException, BrokenFileException {
        int length = file.u16(at);
        if (length < 2) {
            throw BrokenFileException.broken("A segment of the JPEG has no length.");
        }
        if (++count > MAX_SEGMENTS) {
            throw BrokenFileException.broken("The JPEG has too many segments.");
        }
        file.requireWithin(at, length);
        Segment segment = new Segment(marker, start, at + 2, at + length);
        at = segment.end();
        inScan = inScan || marker == SOS;
        return segment;
    }

    /** Leaves {@code at} behind the marker. */
    private int markerAfterStrayBytes() throws IOException, BrokenFileException {
        // as decoders do: stray bytes between segments are passed over
        long start = at;
        while (file.u8(at) != 0xFF) {
            if (++at - start > MAX_STRAY_BYTES) {
                throw BrokenFileException.broken("The JPEG's segments do not follow each other.");
            }
        }
        return markerAfterFill();
    }

    private int markerAfterPixels() throws IOException, BrokenFileException {
        while (true) {
            at = file.nextFF(at);
            int marker = markerAfterFill();
            // a zero makes 0xFF a pixel's byte
            if (marker != 0 && (marker < 0xD0 || marker > 0xD7)) {
                return marker;
            }
        }
    }

    private int markerAfterFill() throws IOException, BrokenFileException {
        while (file.u8(at) == 0xFF) {
            at++;
        }
        return file.u8(at++);
    }
}
