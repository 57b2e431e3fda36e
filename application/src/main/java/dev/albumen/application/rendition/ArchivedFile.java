package dev.albumen.application.rendition;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobSum;

/** An entry of an archive: a blob as it is, under a name. */
record ArchivedFile(String name, BlobKey key, long byteSize, long crc32) implements ZipLayout.Entry {

    static ArchivedFile of(String name, BlobKey key, BlobSum sum) {
        return new ArchivedFile(name, key, sum.byteSize(), sum.crc32());
    }

    ArchivedFile named(String other) {
        return new ArchivedFile(other, key, byteSize, crc32);
    }
}
