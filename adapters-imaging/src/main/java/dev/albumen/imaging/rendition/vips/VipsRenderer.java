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
        try (Decoded large = large(original, header)) {
            return renditions(large, new Frames(library, original, header, large.reading()), into);
        } catch (VipsException e) {
            // the pixels are in memory by now: this is not the picture's fault
            throw new DependencyException("making renditions: " + e.getMessage(), e);
        }
    }

    private Rendered renditions(Decoded large, Frames frames, Path into) throws VipsException, UndecodableException {
        Map<Recipe, Path> files = new HashMap<>();
        write(large.image(), RenditionSize.LARGE, frames, into, files);
        try (VipsImage preview = smaller(large.image(), RenditionSize.PREVIEW);
                VipsImage thumbnail = smaller(preview, RenditionSize.THUMBNAIL);
                VipsImage flat = Step.flattened().apply(thumbnail)) {
            write(preview, RenditionSize.PREVIEW, frames, into, files);
            write(thumbnail, RenditionSize.THUMBNAIL, frames, into, files);
            return new Rendered(Map.copyOf(files), Placeholder.of(flat.toBufferedImage()));
        }
    }

    @Override
    public Path derive(Path rendition, RenditionFormat format, Recipe recipe, Path into) throws UndecodableException {
        if (!formats().contains(recipe.format()) || recipe.mark() != null && !recipe.format().takesMarks()) {
            throw new IllegalArgumentException("this engine does not write " + recipe.format());
        }
        // a rendition is upright and in sRGB: what was read is scaled, no more
        try (Decoded decoded = large(rendition, header(rendition, format.mediaType()));
                VipsImage scaled = smaller(decoded.image(), recipe.size())) {
            if (recipe.mark() != null) {
                return MarkBurning.write(scaled.toBufferedImage(), recipe, recipe.mark(), into, this::logo);
            }
            Path file = into.resolve(recipe.fileName());
            saver.write(scaled, recipe.format(), file);
            return file;
        } catch (VipsException e) {
            throw new DependencyException("deriving a rendition: " + e.getMessage(), e);
        }
    }

    private BufferedImage logo(Path png, int edge) throws UndecodableException {
        try (Decoded decoded = large(png, header(png, MediaType.PNG));
                VipsImage scaled = smaller(decoded.image(), edge)) {
            return scaled.toBufferedImage();
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

    /** The largest rendition's pixels, upright and in sRGB. */
    private Decoded large(Path original, Header header) throws UndecodableException {
        Optional<Reading> reading = Optional.of(Reading.STRICT);
        @Nullable VipsException last = null;
        while (reading.isPresent()) {
            try {
                return new Decoded(large(original, header, reading.get()), reading.get());
            } catch (VipsException e) {
                last = e;
                reading = reading.get().after(e);
            }
        }
        throw new UndecodableException("The picture's pixels cannot be decoded.", last);
    }

    private VipsImage large(Path original, Header header, Reading reading) throws VipsException {
        Loader loader = Loader.of(header.mediaType()).orElseThrow();
        int edge = RenditionSize.LARGE.longestEdge();
        int shrink = loader.shrink(header.stored().longestEdge(), edge);
        VipsOperation opening = loader.opening(library, original).with("fail-on", reading.failOn());
        VipsImage decoded = shrink > 1 ? opening.with("shrink", shrink).image() : opening.image();
        Dimensions stored = shrink > 1 ? header.stored() : decoded.size();
        return decoded.through(
                Step.scaled(stored.within(edge), reading.profileCounts()),
                Step.srgb(),
                Step.inMemory(),
                Step.upright(header.orientation()),
                Step.inMemory());
    }

    private static VipsImage smaller(VipsImage image, RenditionSize size) throws VipsException {
        return smaller(image, size.longestEdge());
    }

    private static VipsImage smaller(VipsImage image, int edge) throws VipsException {
        Dimensions target = image.size().within(edge);
        try (VipsImage scaled = Step.scaled(target, false).apply(image)) {
            return scaled.inMemory();
        }
    }

    private void write(VipsImage image, RenditionSize size, Frames frames, Path into, Map<Recipe, Path> files)
            throws VipsException, UndecodableException {
        for (RenditionFormat format : saver.formats()) {
            if (format.madeAtOnce()) {
                Recipe recipe = Recipe.of(size, format);
                Path file = into.resolve(recipe.fileName());
                if (frames.moveIn(size, format)) {
                    move(frames, size, file);
                } else {
                    saver.write(image, format, file);
                }
                files.put(recipe, file);
            }
        }
    }

    private void move(Frames frames, RenditionSize size, Path file) throws UndecodableException {
        try {
            frames.write(size, saver, file);
        } catch (VipsException e) {
            throw new UndecodableException("The picture's frames cannot all be decoded.", e);
        }
    }

    /** The largest rendition's pixels, and how leniently they had to be read. */
    private record Decoded(VipsImage image, Reading reading) implements AutoCloseable {
        @Override
        public void close() {
            image.close();
        }
    }
}
