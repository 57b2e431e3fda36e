package dev.albumen.application.transfer;

import java.io.IOException;
import java.io.InputStream;

/** A file of what is imported. */
public interface ImportedFile {

    /** With its folders, parted by slashes. A name for people: nothing is ever written to it. */
    String path();

    long byteSize();

    /** Tells another state of the file, such as its time or its checksum. */
    long changedAt();

    /** The caller closes. */
    InputStream open() throws IOException;

    default String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** Empty for a file in none. */
    default String folder() {
        return path().substring(0, Math.max(0, path().lastIndexOf('/')));
    }
}
