package dev.albumen.bootstrap.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where files come from: a folder, or a ZIP archive that is read as it is, without unpacking. */
sealed interface ImportSource extends AutoCloseable permits FolderSource, ZipSource {

    /** A file below the source. */
    interface Entry {

        /** Below the source, parted by slashes. A name for people: nothing is ever written to it. */
        String path();

        long byteSize();

        /** Tells another state of the file, such as its time. */
        long changedAt();

        /** The caller closes. */
        InputStream open() throws IOException;

        default String name() {
            return path().substring(path().lastIndexOf('/') + 1);
        }

        /** Empty for the source itself. */
        default String folder() {
            return path().substring(0, Math.max(0, path().lastIndexOf('/')));
        }
    }

    /** All files, by path. */
    List<Entry> entries() throws IOException;

    @Override
    void close() throws IOException;

    static ImportSource of(Path path) throws IOException {
        return Files.isDirectory(path) ? new FolderSource(path) : new ZipSource(path);
    }
}
