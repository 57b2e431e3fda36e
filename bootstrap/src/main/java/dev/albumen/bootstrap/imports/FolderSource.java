package dev.albumen.bootstrap.imports;

import dev.albumen.application.transfer.ImportedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Files in a folder and those below it. Links are not followed: they may lead out of it, or around. */
record FolderSource(Path root) implements ImportSource {

    @Override
    public List<ImportedFile> entries() throws IOException {
        List<ImportedFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))::iterator) {
                found.add(new FileEntry(file, path(file), Files.size(file), Files.getLastModifiedTime(file).toMillis()));
            }
        }
        found.sort(Comparator.comparing(ImportedFile::path));
        return found;
    }

    private String path(Path file) {
        return StreamSupport.stream(root.relativize(file).spliterator(), false).map(Path::toString).collect(Collectors.joining("/"));
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private record FileEntry(Path file, String path, long byteSize, long changedAt) implements ImportedFile {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
