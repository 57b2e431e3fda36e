package dev.albumen.imaging.rendition.moving;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.GifBlocks;
import dev.albumen.imaging.image.GifBlocks.Block;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A GIF's frames (GIF89a). ImageIO decodes their pixels; places and times are read from the blocks before them, which is
 * a hundred times faster than its trees of metadata.
 */
final class GifFilm implements Film {

    private final FileBytes file;
    private final GifBlocks blocks;
    private final int step;
    private final Screen screen;
    private final ImageReader reader;
    private final ImageInputStream pixels;
    private GifTiming timing = GifTiming.NONE;
    private int frames;
    private int millis;
    private int plays = 1;

    GifFilm(FileBytes file, Dimensions size, int step, ImageInputStream pixels) throws IOException, BrokenFileException {
        this.file = file;
        this.blocks = new GifBlocks(file);
        this.step = step;
        this.screen = new Screen(Math.ceilDiv(size.width(), step), Math.ceilDiv(size.height(), step));
        this.pixels = pixels;
        this.reader = ImageIO.getImageReadersByMIMEType("image/gif").next();
        reader.setInput(pixels, true, true);
    }

    @Override
    public boolean next() throws IOException, BrokenFileException {
        for (Block block = blocks.next(); block.kind() != GifBlocks.TRAILER; block = blocks.next()) {
            if (block.kind() == GifBlocks.FRAME) {
                draw(new Rectangle(file.u16(block.start() + 1), file.u16(block.start() + 3),
                        file.u16(block.start() + 5), file.u16(block.start() + 7)));
                return true;
            }
            timing = GifTiming.of(file, block).orElse(timing);
            plays = GifTiming.plays(file, block).orElse(plays);
        }
        return false;
    }

    private void draw(Rectangle place) throws IOException {
        // the same grid for all frames, wherever they lie
        int skippedLeft = Math.floorMod(-place.x, step);
        int skippedTop = Math.floorMod(-place.y, step);
        if (skippedLeft < place.width && skippedTop < place.height) {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, skippedLeft, skippedTop);
            BufferedImage frame = decode(param);
            screen.draw(frame, (place.x + skippedLeft) / step, (place.y + skippedTop) / step, true, timing.disposal());
        }
        millis = timing.millis();
        timing = GifTiming.NONE;
        frames++;
    }

    private BufferedImage decode(ImageReadParam param) throws IOException {
        try {
            return reader.read(frames, param);
        } catch (RuntimeException e) {
            // of all kinds, on broken files
            throw new IOException("frame " + frames, e);
        }
    }

    @Override
    public BufferedImage screen() {
        return screen.pixels();
    }

    @Override
    public int millis() {
        return millis;
    }

    @Override
    public int plays() {
        return plays;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        pixels.close();
    }
}
