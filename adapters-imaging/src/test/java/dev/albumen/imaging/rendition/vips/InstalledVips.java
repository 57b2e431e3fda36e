package dev.albumen.imaging.rendition.vips;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The libvips that tests run on: the one that is configured, else the one that the build brought. */
public final class InstalledVips {

    private static @Nullable VipsLibrary loaded;

    private InstalledVips() {}

    /** Skips the test where there is none. */
    public static synchronized VipsLibrary orSkip() {
        VipsLibrary library = loaded;
        if (library == null) {
            Optional<Path> file = find();
            assumeTrue(file.isPresent(), "no libvips: set ALBUMEN_IMAGING_VIPS_LIBRARY to one, or let the build bring it");
            try {
                library = VipsLibrary.load(file.get());
            } catch (VipsUnavailableException e) {
                throw new AssertionError(e);
            }
            loaded = library;
        }
        return library;
    }

    private static Optional<Path> find() {
        String configured = System.getProperty("albumen.imaging.vips-library", System.getenv("ALBUMEN_IMAGING_VIPS_LIBRARY"));
        if (configured != null) {
            return Optional.of(Path.of(configured));
        }
        Path folder = Path.of("target", "natives", platform(), "lib");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("libvips-cpp.")).findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        return system + (System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-x64");
    }
}
