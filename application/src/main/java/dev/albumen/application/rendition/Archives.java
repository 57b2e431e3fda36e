package dev.albumen.application.rendition;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.shared.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives: one entry after the other, in constant memory, without compressing pictures that are compressed. */
public final class Archives {

    /** The time of every entry, so that the same images give the same archive. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final BlobStore blobs;
    private final Servings servings;

    public Archives(BlobStore blobs, Servings servings) {
        this.blobs = blobs;
        this.servings = servings;
    }

    /**
     * An archive of these images. The entries are asked for one after the other while it is read.
     *
     * @param title what it is called; what cannot be part of a file name is left out
     */
    public Archive of(String title, Iterable<Archive.Entry> entries, ArchiveSize size) {
        String name = title.replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
        return new Archive((name.isEmpty() ? "album" : name) + ".zip", out -> write(entries, size, out));
    }

    private void write(Iterable<Archive.Entry> entries, ArchiveSize size, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION);
        ArchiveNames names = new ArchiveNames();
        int number = 0;
        for (Archive.Entry entry : entries) {
            number++;
            Serving serving = serving(entry, size);
            String name = entry.shown().details() ? serving.filename() : "%04d.%s".formatted(number,
                    serving.mediaType().extension());
            add(zip, names.unique(name), serving);
        }
        zip.finish();
    }

    /**
     * An original that cannot be freed of its metadata, or is shown with a mark alone, goes as its largest rendition; what
     * cannot be made so large goes as its preview.
     */
    private Serving serving(Archive.Entry entry, ArchiveSize size) {
        try {
            return servings.of(entry.image(), Wanted.asJpeg(size.what()), entry.shown());
        } catch (RefusedException notGiven) {
            if (size == ArchiveSize.PREVIEW) {
                throw notGiven;
            }
            return serving(entry, size == ArchiveSize.ORIGINAL ? ArchiveSize.LARGE : ArchiveSize.PREVIEW);
        }
    }

    private void add(ZipOutputStream zip, String name, Serving serving) throws IOException {
        try (BlobStore.Content content = blobs.open(serving.key())
                .orElseThrow(() -> new DependencyException("no blob " + serving.key()))) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(EPOCH);
            zip.putNextEntry(entry);
            content.stream().transferTo(zip);
            zip.closeEntry();
        }
    }
}
