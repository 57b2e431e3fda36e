package dev.albumen.bootstrap.imports;

import dev.albumen.application.transfer.ImportedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where files come from: a folder, or a ZIP archive that is read as it is, without unpacking. */
sealed interface ImportSource extends AutoCloseable permits FolderSource, ZipSource {

    /** All files, by path. */
    List<ImportedFile> entries() throws IOException;

    @Override
    void close() throws IOException;

    static ImportSource of(Path path) throws IOException {
        return Files.isDirectory(path) ? new FolderSource(path) : new ZipSource(path);
    }
}
