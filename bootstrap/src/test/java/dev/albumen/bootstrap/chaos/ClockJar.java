package dev.albumen.bootstrap.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The classes of {@code chaos.clock} and what the framework finds them by, of all that was compiled for tests. */
final class ClockJar {

    private static final String CLASSES = "dev/albumen/bootstrap/chaos/clock/";
    private static final String NAMES = "dev.albumen.bootstrap.chaos.clock.";

    private ClockJar() {}

    static Path writeTo(Path file) throws IOException {
        Path compiled = compiled();
        List<Path> entries;
        try (Stream<Path> files = Files.walk(compiled)) {
            entries = files.filter(Files::isRegularFile).map(compiled::relativize)
                    .filter(entry -> entry.toString().startsWith(CLASSES) || entry.getFileName().toString().startsWith(NAMES))
                    .sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out)) {
            for (Path entry : entries) {
                jar.putNextEntry(new ZipEntry(entry.toString()));
                Files.copy(compiled.resolve(entry), jar);
            }
        }
        return file;
    }

    private static Path compiled() {
        try {
            return Path.of(ClockJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
