package dev.albumen.imaging.rendition;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.EmbeddedProfile;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.Header;
import dev.albumen.imaging.rendition.moving.Film;
import dev.albumen.imaging.rendition.moving.FilmRecorder;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rendition of a moving picture that moves as well, with its times, its transparency and as many frames. Each frame is
 * read, scaled and encoded before the next, so memory does not grow with their number.
 *
 * <p>A still rendition is better than a failed picture. So there is none that moves where a film is too long, takes too
 * much time or memory, or has a frame that does not decode; whoever asked shows it still.
 */
final class MovingRendition {

    private static final Logger LOG = LoggerFactory.getLogger(MovingRendition.class);
    /** Of the rendition, over all frames; the engine {@code vips} draws the line there too. */
    private static final long MAX_PIXELS = 80_000_000;
    /** Of the rendition: a frame as scaled (by halves before, by the rest, and turned), twice compared, and encoded. */
    private static final int BYTES_PER_RENDITION_PIXEL = 28;

    private final FileBytes file;
    private final Header header;
    private final int edge;
    private final Dimensions target;

    private MovingRendition(FileBytes file, Header header, RenditionSize size) {
        this.file = file;
        this.header = header;
        this.edge = size.longestEdge();
        this.target = header.stored().within(edge);
    }

    /**
     * Writes it as WebP where the original moves.
     *
     * @param original one that was decoded, within all limits
     * @param to a file that is replaced where it is there, and else left as it is
     * @param deadline long before that of the whole picture, which would fail otherwise
     * @return whether it was written
     */
    static boolean write(Path original, MediaType mediaType, RenditionSize size, Path to, Deadline deadline) {
        if (size == RenditionSize.THUMBNAIL || mediaType != MediaType.GIF && mediaType != MediaType.WEBP) {
            return false;
        }
        Path film = to.resolveSibling(to.getFileName() + ".film");
        try (FileBytes file = FileBytes.open(original)) {
            Header header = Header.read(file, mediaType);
            if (header.frames() > 1) {
                if (new MovingRendition(file, header, size).write(film, deadline)) {
                    Files.move(film, to, StandardCopyOption.REPLACE_EXISTING);
                    return true;
                }
                LOG.info("a picture of {} frames of {}×{} pixels is shown still: it takes too long, or too much memory",
                        header.frames(), header.stored().width(), header.stored().height());
            }
        } catch (BrokenFileException | IOException | OutOfMemoryError e) {
            LOG.info("a moving picture is shown still: {}", deadline.passed() ? "its time is over" : e.toString());
        } finally {
            delete(film);
        }
        return false;
    }

    private boolean write(Path film, Deadline deadline) throws IOException, BrokenFileException {
        if (target.pixels() * header.frames() > MAX_PIXELS) {
            return false;
        }
        int step = step();
        long bytes = Film.bytes(header, step) + target.pixels() * BYTES_PER_RENDITION_PIXEL;
        if (bytes > PixelMemory.maxBytes()) {
            return false;
        }
        try (PixelMemory.Share memory = new PixelMemory.Share()) {
            memory.take(bytes, deadline);
            return write(film, step, deadline);
        }
    }

    /** Twice as much as is needed is read of a GIF, because subsampling below that shows. */
    private int step() {
        return header.mediaType() == MediaType.GIF
                ? Math.max(1, header.stored().longestEdge() / (2 * edge))
                : 1;
    }

    private boolean write(Path to, int step, Deadline deadline) throws IOException, BrokenFileException {
        Optional<ICC_Profile> profile = EmbeddedProfile.leftToUs(file, header.mediaType());
        Dimensions upright = header.upright().within(edge);
        try (Film film = Film.open(file, header, step, new DeadlineImageStream(file.channel(), deadline));
                FilmRecorder recorder = new FilmRecorder(to, upright.width(), upright.height(), MovingRendition::encoded)) {
            while (film.next()) {
                if (deadline.passed()) {
                    return false;
                }
                BufferedImage scaled = Scaling.to(target, film.screen());
                BufferedImage srgb = profile.isPresent() ? Srgb.from(scaled, profile.get()) : scaled;
                recorder.add(Scaling.upright(srgb, header.orientation()), film.millis());
            }
            recorder.finish(film.plays());
            return true;
        }
    }

    private static byte[] encoded(BufferedImage frame) {
        return Encoder.bytes(frame, RenditionFormat.WEBP);
    }

    private static void delete(Path film) {
        try {
            Files.deleteIfExists(film);
        } catch (IOException e) {
            throw new DependencyException("deleting a film", e);
        }
    }
}
