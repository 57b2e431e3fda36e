package dev.albumen.application.transfer;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A ZIP archive that somebody sent, checked before anything in it is unpacked. Its names lead nowhere. */
final class SentArchive implements AutoCloseable {

    /** Below that, a file that packs well is no bomb. */
    private static final long SMALL = 1 << 20;
    /** Names, comments and other fields of an entry, on average at most. */
    private static final long BYTES_PER_ENTRY = 1024;
    private static final Charset OF_OLD = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    private final ZipFile zip;
    private final List<ImportedFile> files;

    private SentArchive(ZipFile zip, List<ImportedFile> files) {
        this.zip = zip;
        this.files = files;
    }

    /** @throws dev.albumen.domain.shared.RefusedException where it is broken or past a limit */
    static SentArchive open(Path file, ImportLimits limits) {
        try {
            ZipEnd end = ZipEnd.read(file);
            if (end.entries() > limits.maxEntries() || end.directoryBytes() > (limits.maxEntries() + 1) * BYTES_PER_ENTRY) {
                throw tooMany(limits);
            }
            ZipFile zip = opened(file);
            try {
                return new SentArchive(zip, checked(zip, Files.size(file), limits));
            } catch (RuntimeException refused) {
                zip.close();
                throw refused;
            }
        } catch (IOException e) {
            throw new DependencyException("an archive could not be read", e);
        }
    }

    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), ZipFile.OPEN_READ, StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException broken) {
            try {
                return new ZipFile(file.toFile(), ZipFile.OPEN_READ, OF_OLD);
            } catch (ZipException | IllegalArgumentException stillBroken) {
                throw ("" + stillBroken.getMessage()).contains("encrypted")
                        ? new Refusal.Unprocessable("archive-encrypted", "This archive is encrypted.").thrown() : ZipEnd.broken();
            }
        }
    }

    private static List<ImportedFile> checked(ZipFile zip, long packedSize, ImportLimits limits) {
        if (zip.size() > limits.maxEntries()) {
            throw tooMany(limits);
        }
        List<ImportedFile> files = new ArrayList<>();
        long bytes = 0;
        long packed = 0;
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(entry -> entry)::iterator) {
            bytes += Math.max(0, entry.getSize());
            packed += Math.max(0, entry.getCompressedSize());
            if (bytes > limits.maxBytes()) {
                throw new Refusal.TooLarge("archive-unpacks-too-large",
                        "What is in this archive has more than " + limits.maxBytes() + " bytes.").thrown();
            }
            if (entry.getSize() > SMALL && entry.getSize() / limits.maxRatio() >= Math.max(1, entry.getCompressedSize())) {
                throw new Refusal.Unprocessable("archive-ratio",
                        "Something in this archive is packed more than " + limits.maxRatio() + " times, as no picture is.").thrown();
            }
            if (!entry.isDirectory()) {
                files.add(new Zipped(zip, entry, entry.getName().replace('\\', '/')));
            }
        }
        if (packed > packedSize) {
            throw new Refusal.Unprocessable("archive-broken", "Files in this archive lie one over another.").thrown();
        }
        files.sort(Comparator.comparing(ImportedFile::path));
        return List.copyOf(files);
    }

    private static RuntimeException tooMany(ImportLimits limits) {
        return new Refusal.TooLarge("archive-too-many-entries", "This archive holds more than " + limits.maxEntries() + " files.").thrown();
    }

    /** By path. */
    List<ImportedFile> files() {
        return files;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new DependencyException("an archive did not close", e);
        }
    }

    private record Zipped(ZipFile zip, ZipEntry entry, String path) implements ImportedFile {

        @Override
        public long byteSize() {
            return Math.max(0, entry.getSize());
        }

        @Override
        public long changedAt() {
            return entry.getCrc();
        }

        @Override
        public InputStream open() throws IOException {
            return zip.getInputStream(entry);
        }
    }
}
