package dev.albumen.application.storage;

import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import java.io.InputStream;
import java.nio.file.Path;

/** Where bytes stay until it is known whether they are wanted. Local disk, on whatever store the blobs end. */
public interface StagingArea {

    /**
     * Streams bytes into a new file in constant memory, hashing them on the way. Whatever is thrown leaves no file.
     *
     * @param maxBytes more are refused with {@code TooLarge}, without reading on
     * @throws RefusedException {@code TooLarge} past the limit; {@code Invalid} where the sender's stream breaks off
     */
    StagedFile stage(InputStream bytes, long maxBytes);

    /** A new empty folder for files in the making, gone with all it holds when closed. */
    WorkFolder folder();

    /** Removes what earlier runs of the process left. Returns how many files. */
    int clear();

    /** A folder in the area. */
    interface WorkFolder extends AutoCloseable {

        Path path();

        @Override
        void close();
    }

    /** A file in the area. Closing removes it if it is still there. */
    interface StagedFile extends AutoCloseable {

        Path path();

        long byteSize();

        /** Of the bytes that were staged. */
        Sha256 sha256();

        /** Of the bytes that were staged, as {@link java.util.zip.CRC32} gives it. */
        long crc32();

        @Override
        void close();
    }
}
