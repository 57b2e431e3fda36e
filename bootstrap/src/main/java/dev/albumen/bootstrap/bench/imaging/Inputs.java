package dev.albumen.bootstrap.bench.imaging;

import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The pictures that are rendered: a folder's own, or six made of a photograph that the system brings. */
final class Inputs {

    private static final List<Path> WALLPAPERS = List.of(
            Path.of("/usr/share/backgrounds"), Path.of("/usr/share/wallpapers"), Path.of("/usr/share/desktop-base"));
    private static final String NATURE = "nature";
    private static final int DEPTH = 5;

    private final NodeFolder node;
    private final Path folder;

    /** @param folder where pictures are kept once they are made */
    Inputs(NodeFolder node, Path folder) {
        this.node = node;
        this.folder = folder;
    }

    /** Every picture of a folder, as it is. */
    List<Input> in(Path given) {
        try (Stream<Path> files = Files.list(given)) {
            List<Input> inputs = files.sorted()
                    .flatMap(file -> type(file).map(type -> input(file.getFileName().toString(), file, type)).stream())
                    .toList();
            if (inputs.isEmpty()) {
                throw new BenchFailed("--folder: there is no picture in " + given);
            }
            return inputs;
        } catch (IOException e) {
            throw new BenchFailed("--folder: " + given + " cannot be read");
        }
    }

    /** Six of one photograph, with the noise of a sensor; made on the first call and kept. */
    List<Input> made() {
        Path photograph = photograph();
        return List.of(
                photo(photograph, "jpeg-12mp", "jpg", 4000, 3000),
                photo(photograph, "jpeg-24mp", "jpg", 6000, 4000),
                photo(photograph, "jpeg-45mp", "jpg", 8208, 5472),
                photo(photograph, "display-p3-12mp", "jpg", 4000, 3000, "p3"),
                photo(photograph, "png-6mp", "png", 3000, 2000),
                moving(photograph));
    }

    private Input photo(Path photograph, String name, String ending, int width, int height, String... profile) {
        Path file = folder.resolve(name + "." + ending);
        make(file, part -> node.script("prepare.mjs", "photo", photograph, part, width, height, String.join("", profile)));
        return input(name, file, ending.equals("png") ? MediaType.PNG : MediaType.JPEG);
    }

    private Input moving(Path photograph) {
        Path file = folder.resolve("animated.gif");
        make(file, part -> node.script("prepare.mjs", "moving", photograph, part, 640, 480, 20));
        return input("gif-20-frames", file, MediaType.GIF);
    }

    private Input input(String name, Path file, MediaType type) {
        Path reference = folder.resolve("references").resolve(name.replaceAll("[^A-Za-z0-9.-]", "_") + ".png");
        try {
            if (Files.exists(reference)
                    && Files.getLastModifiedTime(reference).compareTo(Files.getLastModifiedTime(file)) < 0) {
                Files.delete(reference);
            }
        } catch (IOException e) {
            throw new BenchFailed(file + " cannot be read");
        }
        make(reference, part -> node.script(
                "prepare.mjs", "reference", file.toAbsolutePath(), part, RenditionSize.PREVIEW.longestEdge()));
        return new Input(name, file.toAbsolutePath(), type, reference);
    }

    /** Makes a file under another name first, so that one that is there is whole. */
    private static void make(Path file, Consumer<Path> making) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling("part-" + file.getFileName());
            making.accept(part);
            Files.move(part, file);
        } catch (IOException e) {
            throw new BenchFailed(file + " cannot be written");
        }
    }

    /** The one with the most in it; of nature where there is a folder of that name, because other folders hold paintings. */
    private static Path photograph() {
        return WALLPAPERS.stream()
                .flatMap(Inputs::photographs)
                .max(Comparator.<Path, Boolean>comparing(file -> file.getParent().endsWith(NATURE))
                        .thenComparing(file -> file.toFile().length()))
                .orElseThrow(() -> new BenchFailed("--folder: name a folder with photographs; this system brings none "
                        + "(Debian's mate-backgrounds has some)"));
    }

    private static Stream<Path> photographs(Path below) {
        try (Stream<Path> files = Files.isDirectory(below) ? Files.walk(below, DEPTH) : Stream.empty()) {
            return files.filter(file -> type(file).filter(MediaType.JPEG::equals).isPresent()).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    /** By the file's ending; what it holds is for the engines to say. */
    private static Optional<MediaType> type(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "jpg", "jpeg" -> Optional.of(MediaType.JPEG);
            case "png" -> Optional.of(MediaType.PNG);
            case "gif" -> Optional.of(MediaType.GIF);
            case "webp" -> Optional.of(MediaType.WEBP);
            case "tif", "tiff" -> Optional.of(MediaType.TIFF);
            default -> Optional.empty();
        };
    }
}
