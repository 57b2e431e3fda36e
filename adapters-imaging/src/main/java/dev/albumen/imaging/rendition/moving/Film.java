package dev.albumen.imaging.rendition.moving;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.Header;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * A moving picture, shown frame by frame on one screen: what a frame leaves is what the next one is drawn on. Holds the
 * screen, the part of it that a frame will give back, and the frame in work, however many there are. For one thread.
 */
public interface Film extends Closeable {

    /**
     * Opens a picture of several frames, before the first.
     *
     * @param file which stays open
     * @param pixels the same file for ImageIO; closed with the film
     * @param step only every so manieth pixel of a GIF is read in each direction; a WebP is read whole
     */
    static Film open(FileBytes file, Header header, int step, ImageInputStream pixels) throws IOException, BrokenFileException {
        return switch (header.mediaType()) {
            case GIF -> new GifFilm(file, header.stored(), step, pixels);
            case WEBP -> new WebpFilm(file, header.stored());
            default -> throw new IllegalArgumentException(header.mediaType() + " does not move");
        };
    }

    /** How much of the heap and beside it showing such a film takes at most. */
    static long bytes(Header header, int step) {
        Dimensions stored = header.stored();
        long screen = stored.pixels() / ((long) step * step);
        // the screen, what a frame gives back of it, and a frame: of one byte a pixel, or twice of four
        return switch (header.mediaType()) {
            case GIF -> screen * (4 + 4 + 1);
            default -> screen * (4 + 4 + 8);
        };
    }

    /**
     * Shows the next frame, for as long as the file says.
     *
     * @return false behind the last one
     * @throws BrokenFileException where the file does not hold what it must
     * @throws IOException also where a frame's pixels do not decode
     */
    boolean next() throws IOException, BrokenFileException;

    /** The whole screen as it is now; the film's own, which goes on drawing on it. Wholly or partly transparent where nothing is. */
    BufferedImage screen();

    /** How long the frame is shown, as the file says. */
    int millis();

    /** How often the film is shown, 0 for ever; known once all frames were. */
    int plays();
}
