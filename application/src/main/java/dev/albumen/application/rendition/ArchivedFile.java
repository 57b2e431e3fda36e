package dev.albumen.application.rendition;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobSum;

/**
 * An entry of an archive.
 *
 * @param name with folders, parted by slashes, where it lies in any; safe, and no other entry's
 */
public record ArchivedFile(String name, Source source, long byteSize, long crc32) implements ZipLayout.Entry {

    /** Where its bytes come from. */
    public sealed interface Source {

        /** A blob as it is. */
        record Blob(BlobKey key) implements Source {}

        /** What was made for this archive. */
        record Made(PackedBytes bytes) implements Source {}
    }

    public static ArchivedFile of(String name, BlobKey key, BlobSum sum) {
        return new ArchivedFile(name, new Source.Blob(key), sum.byteSize(), sum.crc32());
    }

    public static ArchivedFile of(String name, PackedBytes bytes) {
        return new ArchivedFile(name, new Source.Made(bytes), bytes.byteSize(), bytes.crc32());
    }

    ArchivedFile named(String other) {
        return new ArchivedFile(other, source, byteSize, crc32);
    }

    /** Tells its bytes from others: a key of the store, or the SHA-256 of what was made. */
    public String identity() {
        return switch (source) {
            case Source.Blob(BlobKey key) -> key.value();
            case Source.Made(PackedBytes bytes) -> bytes.sha256().hex();
        };
    }
}
