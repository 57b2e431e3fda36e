package dev.albumen.imaging.rendition.moving;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.WebpChunks;
import dev.albumen.imaging.image.WebpChunks.Chunk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An animated WebP's frames (RFC 9649, 2.7.1). The library decodes still pictures only: each frame is given to it as one.
 * The screen's background colour is for the player to choose (ibid.); here, as in browsers, it is transparent.
 */
final class WebpFilm implements Film {

    private final FileBytes file;
    private final WebpChunks chunks;
    private final Dimensions size;
    private final Screen screen;
    private int millis;
    private int plays;

    WebpFilm(FileBytes file, Dimensions size) throws IOException, BrokenFileException {
        this.file = file;
        this.chunks = new WebpChunks(file);
        this.size = size;
        this.screen = new Screen(size.width(), size.height());
    }

    @Override
    public boolean next() throws IOException, BrokenFileException {
        for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
            switch (chunk.get().name()) {
                case "ANIM" -> plays = file.u16(chunk.get().data() + 4);
                case "ANMF" -> {
                    draw(WebpFrame.read(file, chunk.get(), size));
                    return true;
                }
                default -> { }
            }
        }
        return false;
    }

    private void draw(WebpFrame frame) throws IOException, BrokenFileException {
        screen.draw(decode(frame.still(file)), frame.place().x, frame.place().y, frame.blends(), frame.disposal());
        millis = frame.millis();
    }

    private static BufferedImage decode(byte[] still) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType("image/webp").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(still))) {
            reader.setInput(in, true, true);
            return reader.read(0);
        } catch (RuntimeException e) {
            throw new IOException("a frame that cannot be decoded", e);
        } finally {
            reader.dispose();
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
    public void close() {}
}
