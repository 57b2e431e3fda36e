package dev.albumen.bootstrap.imports;

import dev.albumen.application.transfer.ImportPlan;
import dev.albumen.application.transfer.ImportedFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * What has been imported, one line each, so that an import that was ended goes on where it was. Losing it loses time only:
 * the service gives the image that is there for a file that comes again.
 */
final class Journal implements AutoCloseable {

    private final Set<String> done;
    private final BufferedWriter file;

    private Journal(Set<String> done, BufferedWriter file) {
        this.done = done;
        this.file = file;
    }

    static Journal open(Path path) throws IOException {
        Set<String> done = Files.exists(path) ? new HashSet<>(Files.readAllLines(path)) : new HashSet<>();
        Files.createDirectories(path.toAbsolutePath().getParent());
        return new Journal(done, Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    synchronized boolean has(ImportPlan.Picture picture) {
        return done.contains(line(picture));
    }

    synchronized void note(ImportPlan.Picture picture) throws IOException {
        file.write(line(picture));
        file.newLine();
        file.flush();
    }

    private static String line(ImportPlan.Picture picture) {
        ImportedFile of = picture.file();
        return of.byteSize() + " " + of.changedAt() + " " + of.path().replaceAll("\\R", " ");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
