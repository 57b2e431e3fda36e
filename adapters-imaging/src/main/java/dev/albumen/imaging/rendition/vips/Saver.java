package dev.albumen.imaging.rendition.vips;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.rendition.WebpStripping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Writes finished pixels into a file, with nothing but the pixels. */
final class Saver {

    private static final int QUALITY = 80;
    /** Of 0 to 6: 1.6 times faster than 4, for about 5 % more bytes. */
    private static final int WEBP_EFFORT = 2;

    /** Of its own scale: about what the others' 80 looks like. */
    private static final int AVIF_QUALITY = 50;
    /** Of 0 to 9: somebody waits for the answer. */
    private static final int AVIF_EFFORT = 2;

    private final VipsLibrary library;
    private final Set<RenditionFormat> formats;

    Saver(VipsLibrary library) {
        this.library = library;
        this.formats = Collections.unmodifiableSet(probe());
    }

    /** What this libvips was built to write. */
    Set<RenditionFormat> formats() {
        return formats;
    }

    /** @param image in memory */
    void write(VipsImage image, RenditionFormat format, Path to) throws VipsException {
        switch (format) {
            case JPEG -> {
                try (VipsImage flat = Step.flattened().apply(image)) {
                    stripped(flat.into("jpegsave")).with("Q", QUALITY).with("optimize-coding", true).with("filename", to).run();
                }
            }
            case AVIF -> stripped(image.into("heifsave"))
                    .with("compression", "av1")
                    .with("Q", AVIF_QUALITY)
                    .with("effort", AVIF_EFFORT)
                    .with("filename", to)
                    .run();
            case WEBP -> webp(image, to);
        }
    }

    private void webp(VipsImage image, Path to) throws VipsException {
        VipsOperation save = stripped(image.into("webpsave")).with("Q", QUALITY).with("effort", WEBP_EFFORT);
        if (library.knowsKeep()) {
            save.with("filename", to).run();
            return;
        }
        // older ones write EXIF even when told to strip
        Path unstripped = to.resolveSibling(to.getFileName() + ".unstripped");
        save.with("filename", unstripped).run();
        try {
            Files.deleteIfExists(to);
            WebpStripping.strip(unstripped, to);
            Files.delete(unstripped);
        } catch (IOException | BrokenFileException e) {
            throw new DependencyException("stripping a rendition", e);
        }
    }

    /** Savers may be there without the codec behind them. */
    private Set<RenditionFormat> probe() {
        Set<RenditionFormat> found = EnumSet.noneOf(RenditionFormat.class);
        try {
            Path file = Files.createTempFile("albumen-probe", null);
            try {
                for (RenditionFormat format : RenditionFormat.values()) {
                    if (writes(format, file)) {
                        found.add(format);
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("probing libvips", e);
        }
        return found;
    }

    private boolean writes(RenditionFormat format, Path file) {
        try (VipsImage black = library.operation("black").with("width", 16).with("height", 16).with("bands", 3).image();
                VipsImage color = Step.srgb().apply(black)) {
            write(color, format, file);
            return true;
        } catch (VipsException e) {
            return false;
        }
    }

    private VipsOperation stripped(VipsOperation save) {
        return library.knowsKeep() ? save.with("keep", "none") : save.with("strip", true);
    }
}
