package dev.albumen.imaging.rendition;

import dev.albumen.imaging.rendition.Engine.Origin;
import dev.albumen.imaging.shared.Natives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where libvips may be: the file that a setting names, the distribution, the system. Nothing is loaded here. */
public final class VipsLibraries {

    private static final List<String> MAC_NAMES = List.of(
            "libvips.42.dylib", "/opt/homebrew/lib/libvips.42.dylib", "/usr/local/lib/libvips.42.dylib");
    private static final List<String> OTHER_NAMES = List.of("libvips.so.42", "libvips-cpp.so.42");

    private VipsLibraries() {}

    /** All that may be tried, the best first. */
    public static List<Engine.Vips> find(Optional<String> configured) {
        List<Engine.Vips> found = new ArrayList<>();
        configured.ifPresent(library -> found.add(new Engine.Vips(library, Origin.CONFIGURED)));
        shipped().ifPresent(library -> found.add(new Engine.Vips(library.toString(), Origin.SHIPPED)));
        for (String name : isMac() ? MAC_NAMES : OTHER_NAMES) {
            found.add(new Engine.Vips(name, Origin.SYSTEM));
        }
        return List.copyOf(found);
    }

    /** The library for this system beside the classes: the distribution's, or the build's own. */
    public static Optional<Path> shipped() {
        return Natives.find(Path.of(platform(), "lib")).flatMap(VipsLibraries::libraryIn);
    }

    private static Optional<Path> libraryIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("libvips")).sorted().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** As npm names them, such as {@code linux-x64}. */
    private static String platform() {
        String machine = System.getProperty("os.arch");
        String named = switch (machine) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            default -> machine;
        };
        return (isMac() ? "darwin" : System.getProperty("os.name").toLowerCase(Locale.ROOT)) + "-" + named;
    }

    private static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }
}
