package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;

/** Walks the elements of a WebM file (EBML, RFC 8794) or of one of its elements, by their sizes. */
public final class WebmElements {

    public static final int HEADER = 0x1A45DFA3;
    public static final int SEGMENT = 0x18538067;
    public static final int INFO = 0x1549A966;
    public static final int TRACKS = 0x1654AE6B;
    public static final int TRACK = 0xAE;
    public static final int TRACK_TYPE = 0x83;
    public static final int CLUSTER = 0x1F43B675;

    /** Hours of frames that are each an element. */
    private static final int MAX = 1 << 21;
    private static final int LONGEST_ID = 4;

    private final FileBytes file;
    private final long end;
    private long at;
    private int count;

    private WebmElements(FileBytes file, long at, long end) {
        this.file = file;
        this.at = at;
        this.end = end;
        file.order(ByteOrder.BIG_ENDIAN);
    }

    /** Those of the file itself. */
    public static WebmElements of(FileBytes file) {
        return new WebmElements(file, 0, file.size());
    }

    /** Those inside of an element. */
    public static WebmElements in(FileBytes file, Element element) {
        return new WebmElements(file, element.data(), element.end());
    }

    /**
     * An element.
     *
     * @param start of its id
     * @param data where its payload begins
     * @param end behind its payload
     * @param open whether its size is unknown, as recorders leave it: then what is inside of it comes next
     */
    public record Element(int id, long start, long data, long end, boolean open) {

        public long length() {
            return end - data;
        }
    }

    /** The next element, all of which is there; empty at the end. */
    public Optional<Element> next() throws IOException, BrokenFileException {
        if (at >= end) {
            return Optional.empty();
        }
        if (++count > MAX) {
            throw BrokenFileException.broken("The video has more elements than any video needs.");
        }
        int idLength = length(LONGEST_ID);
        int id = (int) number(at, idLength);
        long sizeAt = at + idLength;
        int sizeLength = lengthAt(sizeAt, 8);
        long mask = (1L << 7 * sizeLength) - 1;
        long size = number(sizeAt, sizeLength) & mask;
        long data = sizeAt + sizeLength;
        boolean open = size == mask;
        if (open && id != SEGMENT && id != CLUSTER) {
            throw BrokenFileException.broken("An element of the video has no size.");
        }
        if (!open && size > end - data) {
            throw end == file.size()
                    ? BrokenFileException.truncated("The file ends before the video does.")
                    : BrokenFileException.broken("An element of the video reaches past the one around it.");
        }
        Element element = new Element(id, at, data, open ? end : data + size, open);
        at = open ? data : element.end();
        return Optional.of(element);
    }

    /** The next element of a kind; empty where there is no more. */
    public Optional<Element> next(int id) throws IOException, BrokenFileException {
        Optional<Element> element = next();
        while (element.isPresent() && element.get().id() != id) {
            element = next();
        }
        return element;
    }

    private int length(int longest) throws IOException, BrokenFileException {
        return lengthAt(at, longest);
    }

    /** As many bytes as the first one has leading zeros, and one. */
    private int lengthAt(long place, int longest) throws IOException, BrokenFileException {
        int length = Integer.numberOfLeadingZeros(file.u8(place)) - 23;
        if (length > longest) {
            throw BrokenFileException.broken("The video's elements do not follow each other.");
        }
        return length;
    }

    private long number(long place, int length) throws IOException, BrokenFileException {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | file.u8(place + i);
        }
        return number;
    }
}
