package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker's own folder, gone with all it holds when closed.
 *
 * @param folder as an absolute path
 */
record Scratch(Path folder) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

    static Scratch in(Path parent) {
        try {
            return new Scratch(Files.createTempDirectory(Files.createDirectories(parent), "worker").toAbsolutePath());
        } catch (IOException e) {
            throw new DependencyException("making a worker's folder", e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("{} stays", folder, e);
            }
        }
    }
}
