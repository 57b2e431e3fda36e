package dev.albumen.aws.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How files are divided: S3 takes no more than 5 GiB at once, and what breaks off in a part is sent again from that part on.
 *
 * @param byteSize of a part, and what a file may have to go whole; at least 5 MiB
 */
record S3Parts(long byteSize) {

    static final S3Parts USUAL = new S3Parts(64L << 20);

    static final long LEAST = 5L << 20;
    static final long MOST_PARTS = 10_000;
    private static final long MEBIBYTE = 1L << 20;

    S3Parts {
        if (byteSize < LEAST) {
            throw new IllegalArgumentException("parts of " + byteSize + " bytes");
        }
    }

    /** In their order; one alone where the file goes whole. */
    List<FilePart> of(Path file) throws IOException {
        long whole = Files.size(file);
        long each = sizeFor(whole);
        List<FilePart> parts = new ArrayList<>();
        long offset = 0;
        do {
            parts.add(new FilePart(file, offset, Math.min(each, whole - offset)));
            offset += each;
        } while (offset < whole);
        return parts;
    }

    /** Parts of a file that would be too many are larger, by whole MiB. */
    long sizeFor(long whole) {
        long least = Math.ceilDiv(whole, MOST_PARTS);
        return least <= byteSize ? byteSize : Math.ceilDiv(least, MEBIBYTE) * MEBIBYTE;
    }
}
