package dev.albumen.imaging.rendition.moving;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/** Writes pictures as the frames of an animated WebP, of each only what differs from the one before. */
public final class FilmRecorder implements Closeable {

    /** Shorter than what any browser shows: they, and libvips, take it for a mistake. */
    private static final int MAX_MISTAKEN_MILLIS = 10;
    private static final int INSTEAD_MILLIS = 100;

    private final WebpFilmWriter writer;
    private final Function<BufferedImage, byte[]> encoder;
    private final BufferedImage frame;
    private final int[] shown;
    private final int[] now;
    private boolean begun;

    /** @param encoder that makes a still, lossy WebP of a picture, with transparency where there is some */
    public FilmRecorder(Path to, int width, int height, Function<BufferedImage, byte[]> encoder) throws IOException {
        this.writer = new WebpFilmWriter(to, width, height);
        this.encoder = encoder;
        this.frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        this.shown = new int[width * height];
        this.now = new int[width * height];
    }

    /** Appends a picture of the film's size, which is shown for so long. */
    public void add(BufferedImage picture, int millis) throws IOException {
        int width = frame.getWidth();
        argb(picture).getRaster().getDataElements(0, 0, width, frame.getHeight(), now);
        Rectangle area = begun ? ChangedArea.between(shown, now, width) : new Rectangle(width, frame.getHeight());
        writer.append(encoder.apply(cut(area)), area, millis <= MAX_MISTAKEN_MILLIS ? INSTEAD_MILLIS : millis);
        System.arraycopy(now, 0, shown, 0, now.length);
        begun = true;
    }

    private BufferedImage argb(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_ARGB) {
            return picture;
        }
        Graphics2D graphics = frame.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return frame;
    }

    /** Without alpha where there is none to keep: the encoder is faster then. */
    private BufferedImage cut(Rectangle area) {
        int[] cut = new int[area.width * area.height];
        for (int row = 0; row < area.height; row++) {
            System.arraycopy(now, (area.y + row) * frame.getWidth() + area.x, cut, row * area.width, area.width);
        }
        boolean opaque = Arrays.stream(cut).allMatch(pixel -> pixel >>> 24 == 0xFF);
        BufferedImage image = new BufferedImage(
                area.width, area.height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.getRaster().setDataElements(0, 0, area.width, area.height, cut);
        return image;
    }

    /** @param plays how often the film is shown, 0 for ever */
    public void finish(int plays) throws IOException {
        writer.finish(plays);
    }

    /** Closes the file, which is no WebP unless it was finished. */
    @Override
    public void close() throws IOException {
        writer.close();
    }
}
