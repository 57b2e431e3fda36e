package dev.albumen.imaging.rendition.vips;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.Header;
import dev.albumen.imaging.image.Orientation;
import dev.albumen.imaging.rendition.MarkBurning;
import dev.albumen.imaging.rendition.Placeholder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engine {@code vips}: decoded once, each size made from the next larger one. What libvips does not survive ends
 * the process, and nothing here limits its time: it is made to run in a process that is watched.
 */
public final class VipsRenderer implements Renderer {

    private final VipsLibrary library;
    private final ImageLimits limits;
    private final Saver saver;

    public VipsRenderer(VipsLibrary library, ImageLimits limits) {
        this.library = library;
        this.limits = limits;
        this.saver = new Saver(library);
    }

    @Override
    public Set<RenditionFormat> formats() {
        return saver.formats();
    }

    @Override
    public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
        Header header = header(original, mediaType);
        try (Decoded preview = decoded(original, header, RenditionSize.PREVIEW.longestEdge())) {
            return renditions(preview.image(), new Frames(library, original, header, preview.reading()), into);
        } catch (VipsException e) {
            // the pixels are in memory by now: this is not the picture's fault
            throw new DependencyException("making renditions: " + e.getMessage(), e);
        }
    }

    private Rendered renditions(VipsImage preview, Frames frames, Path into) throws VipsException, UndecodableException {
        try (VipsImage thumbnail = smaller(preview, RenditionSize.THUMBNAIL);
                VipsImage flat = Step.flattened().apply(thumbnail)) {
            Map<Recipe, Path> files = new HashMap<>();
            boolean jpegShowsAll = !frames.moveIn(Recipe.SHOWS_ALL) && !preview.isTransparent();
            for (Recipe recipe : Recipe.madeAtOnce(saver.formats(), jpegShowsAll)) {
                files.put(recipe, written(recipe.size() == RenditionSize.THUMBNAIL ? thumbnail : preview, recipe, frames, into));
            }
            return new Rendered(Map.copyOf(files), Placeholder.of(flat.toOpaquePixels()));
        }
    }

    @Override
    public Path derive(Path source, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException {
        if (!formats().contains(recipe.format()) || recipe.mark() != null && !recipe.format().takesMarks()) {
            throw new IllegalArgumentException("this engine does not write " + recipe.format());
        }
        Header header = header(source, mediaType);
        try (Decoded decoded = decoded(source, header, recipe.size().longestEdge())) {
            return recipe.mark() != null
                    ? MarkBurning.write(decoded.image().toBufferedImage(), recipe, recipe.mark(), into, this::logo)
                    : written(decoded.image(), recipe, new Frames(library, source, header, decoded.reading()), into);
        } catch (VipsException e) {
            throw new DependencyException("deriving a rendition: " + e.getMessage(), e);
        }
    }

    private BufferedImage logo(Path png, int edge) throws UndecodableException {
        try (Decoded decoded = decoded(png, header(png, MediaType.PNG), edge)) {
            return decoded.image().toBufferedImage();
        } catch (VipsException e) {
            throw new DependencyException("reading a logo: " + e.getMessage(), e);
        }
    }

    private Header header(Path original, MediaType mediaType) throws UndecodableException {
        try (FileBytes file = FileBytes.open(original)) {
            Header header = Header.read(file, mediaType);
            Optional<String> excess = header.excess(limits);
            if (excess.isPresent()) {
                throw new UndecodableException(excess.get());
            }
            return header;
        } catch (BrokenFileException e) {
            throw new UndecodableException(e.getMessage(), e);
        } catch (IOException e) {
            throw new DependencyException("reading an original", e);
        }
    }

    /** The pixels of the first frame within that edge, upright and in sRGB. */
    private Decoded decoded(Path original, Header header, int edge) throws UndecodableException {
        Optional<Reading> reading = Optional.of(Reading.STRICT);
        @Nullable VipsException last = null;
        while (reading.isPresent()) {
            try {
                return new Decoded(decoded(original, header, edge, reading.get()), reading.get());
            } catch (VipsException e) {
                last = e;
                reading = reading.get().after(e);
            }
        }
        throw new UndecodableException("The picture's pixels cannot be decoded.", last);
    }

    private VipsImage decoded(Path original, Header header, int edge, Reading reading) throws VipsException {
        Loader loader = Loader.of(header.mediaType()).orElseThrow();
        int shrink = loader.shrink(header.stored().longestEdge(), edge);
        VipsOperation opening = loader.opening(library, original).with("fail-on", reading.failOn());
        VipsImage decoded = shrink > 1 ? opening.with("shrink", shrink).image() : opening.image();
        Dimensions stored = shrink > 1 ? header.stored() : decoded.size();
        VipsImage scaled = decoded.through(
                Step.scaled(stored.within(edge), reading.profileCounts()),
                Step.srgb(),
                Step.inMemory());
        return header.orientation() == Orientation.NORMAL
                ? scaled : scaled.through(Step.upright(header.orientation()), Step.inMemory());
    }

    private static VipsImage smaller(VipsImage image, RenditionSize size) throws VipsException {
        Dimensions target = image.size().within(size.longestEdge());
        try (VipsImage scaled = Step.scaled(target, false).apply(image)) {
            return scaled.inMemory();
        }
    }

    private Path written(VipsImage image, Recipe recipe, Frames frames, Path into) throws VipsException, UndecodableException {
        Path file = into.resolve(recipe.fileName());
        if (!frames.moveIn(recipe)) {
            saver.write(image, recipe.format(), file);
            return file;
        }
        try {
            frames.write(recipe.size(), saver, file);
            return file;
        } catch (VipsException e) {
            throw new UndecodableException("The picture's frames cannot all be decoded.", e);
        }
    }

    /** A rendition's pixels, and how leniently they had to be read. */
    private record Decoded(VipsImage image, Reading reading) implements AutoCloseable {
        @Override
        public void close() {
            image.close();
        }
    }
}
