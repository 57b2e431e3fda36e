package dev.albumen.application.rendition;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobSum;
import java.util.Map;

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

    /**
     * The same in a folder, named as nothing else there is.
     *
     * @param folder empty, or ending with a slash
     * @param names that are taken, by folder
     */
    ArchivedFile within(String folder, Map<String, ArchiveNames> names) {
        String free = names.computeIfAbsent(folder, in -> new ArchiveNames()).unique(name);
        return new ArchivedFile(folder + free, source, byteSize, crc32);
    }

    /** Tells its bytes from others: a key of the store, or the SHA-256 of what was made. */
    public String identity() {
        return switch (source) {
            case Source.Blob(BlobKey key) -> key.value();
            case Source.Made(PackedBytes bytes) -> bytes.sha256().hex();
        };
    }
}
