package dev.albumen.imaging.rendition.vips;

import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The loader for each kind of picture. It is named, never guessed from the file, so that a file cannot choose it. */
enum Loader {
    JPEG("jpegload"),
    PNG("pngload"),
    GIF("gifload"),
    WEBP("webpload"),
    TIFF("tiffload"),
    AVIF("heifload", "probe.avif"),
    HEIC("heifload", "probe.heic"),
    JXL("jxlload", "probe.jxl");

    private final String operation;
    private final @Nullable String sample;

    Loader(String operation) {
        this(operation, null);
    }

    /** @param sample a tiny file that only decodes where the codec behind the loader was built in */
    Loader(String operation, @Nullable String sample) {
        this.operation = operation;
        this.sample = sample;
    }

    /** Empty for what is no picture. */
    static Optional<Loader> of(MediaType kind) {
        return switch (kind) {
            case JPEG -> Optional.of(JPEG);
            case PNG -> Optional.of(PNG);
            case GIF -> Optional.of(GIF);
            case WEBP -> Optional.of(WEBP);
            case TIFF -> Optional.of(TIFF);
            case AVIF -> Optional.of(AVIF);
            case HEIC -> Optional.of(HEIC);
            case JXL -> Optional.of(JXL);
            case MP4, MOV, WEBM -> Optional.empty();
        };
    }

    /** Opens the file's first picture; pixels are decoded row by row when they are asked for. */
    VipsOperation opening(VipsLibrary library, Path file) {
        return library.operation(operation)
                .with("filename", file)
                .with("access", "sequential");
    }

    /**
     * How much smaller the decoder itself can make the picture, at next to no cost: the most that leaves it as large as
     * wanted. It averages squares of pixels, so what is hardly scaled afterwards is a little less sharp: of three
     * photographs the SSIM of the preview fell by .0004 at most.
     */
    int shrink(int longestEdge, int wanted) {
        if (this != JPEG) {
            return 1;
        }
        int shrink = 8;
        while (shrink > 1 && longestEdge / shrink < wanted) {
            shrink /= 2;
        }
        return shrink;
    }

    boolean worksIn(VipsLibrary library) {
        if (!library.has(operation)) {
            return false;
        }
        return sample == null || decodes(library, sample);
    }

    private boolean decodes(VipsLibrary library, String resource) {
        try (InputStream in = Loader.class.getResourceAsStream(resource)) {
            Path file = Files.createTempFile("albumen-probe", null);
            try {
                Files.write(file, Objects.requireNonNull(in, resource).readAllBytes());
                try (VipsImage image = opening(library, file).with("fail-on", Reading.STRICT.failOn()).image(); VipsImage decoded = image.inMemory()) {
                    return decoded.size().pixels() > 0;
                }
            } finally {
                Files.delete(file);
            }
        } catch (VipsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("probing libvips", e);
        }
    }
}
