package dev.albumen.imaging.rendition.vips;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.imaging.image.Header;
import java.nio.file.Path;

/** All frames of a picture that moves, streamed from decoder to encoder: never more than a few of them in memory. */
record Frames(VipsLibrary library, Path original, Header header, Reading reading) {

    /** Of one rendition, over all frames: about as much as is encoded in a third of a picture's time limit. */
    private static final long MAX_PIXELS = 80_000_000;

    /** Whether a rendition moves: those that are looked at, not the thumbnail among many, and none that takes too long. */
    boolean moveIn(Recipe recipe) {
        return header.frames() > 1
                && recipe.size() != RenditionSize.THUMBNAIL
                && recipe.format() == RenditionFormat.WEBP
                && target(recipe.size()).pixels() * header.frames() <= MAX_PIXELS;
    }

    void write(RenditionSize size, Saver saver, Path to) throws VipsException {
        VipsOperation opening = Loader.of(header.mediaType()).orElseThrow().opening(library, original)
                .with("n", -1)
                .with("fail-on", reading.failOn());
        try (VipsImage moving = opening.image().through(Step.scaled(target(size), reading.profileCounts()), Step.srgb())) {
            saver.write(moving, RenditionFormat.WEBP, to);
        }
    }

    private Dimensions target(RenditionSize size) {
        return header.stored().within(size.longestEdge());
    }
}
