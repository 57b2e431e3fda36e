package dev.albumen.bootstrap.imports;

import dev.albumen.application.transfer.ImportedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Files in a ZIP archive. Their names lead nowhere, for nothing is unpacked. */
final class ZipSource implements ImportSource {

    private final ZipFile zip;

    ZipSource(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
    }

    @Override
    public List<ImportedFile> entries() {
        return zip.stream().filter(entry -> !entry.isDirectory()).<ImportedFile>map(entry -> new Zipped(zip, entry))
                .sorted(Comparator.comparing(ImportedFile::path)).toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private record Zipped(ZipFile zip, ZipEntry entry) implements ImportedFile {

        @Override
        public String path() {
            return entry.getName().replace('\\', '/');
        }

        @Override
        public long byteSize() {
            return entry.getSize();
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
