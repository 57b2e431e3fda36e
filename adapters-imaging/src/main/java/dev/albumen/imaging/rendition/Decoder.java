package dev.albumen.imaging.rendition;

import com.luciad.imageio.webp.WebPReadParam;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.Header;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.jspecify.annotations.Nullable;

/** Decodes a picture's first frame once, no larger than its renditions need. */
final class Decoder {

    /** What decoded pixels may take; more is subsampled away. */
    private static final long MAX_BYTES = 256L << 20;

    private final int longestEdge;

    /** @param largestTarget of the renditions; twice as much is decoded, because subsampling below that shows */
    Decoder(int largestTarget) {
        this.longestEdge = 2 * largestTarget;
    }

    /** The pixels as they lie in the file, perhaps subsampled. */
    BufferedImage decode(FileBytes file, Header header, Deadline deadline) throws UndecodableException {
        ImageReader reader = reader(header.mediaType());
        DecodeListener listener = new DecodeListener(deadline);
        try (DeadlineImageStream stream = new DeadlineImageStream(file.channel(), deadline)) {
            reader.addIIOReadWarningListener(listener);
            reader.addIIOReadProgressListener(listener);
            reader.setInput(stream, header.mediaType() != MediaType.GIF, header.mediaType() != MediaType.GIF);
            BufferedImage image = read(reader, header);
            listener.requireWhole();
            return image;
        } catch (DependencyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the readers throw unchecked exceptions of all kinds on broken files
            listener.requireWhole();
            throw new UndecodableException("The picture's pixels cannot be decoded.", e);
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage read(ImageReader reader, Header header) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = step(header.stored(), header.mediaType() == MediaType.WEBP ? null : reader.getRawImageType(0));
        if (param instanceof WebPReadParam webp) {
            if (step > 1) {
                webp.setUseScaling(true);
                webp.setScaledWidth(Math.ceilDiv(header.stored().width(), step));
                webp.setScaledHeight(Math.ceilDiv(header.stored().height(), step));
            }
            return reader.read(0, param);
        }
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        return header.mediaType() == MediaType.GIF ? GifScreen.complete(image, reader, header.stored(), step) : image;
    }

    private int step(Dimensions stored, @Nullable ImageTypeSpecifier type) {
        int step = Math.max(1, stored.longestEdge() / longestEdge);
        long bytes = type == null ? 4 : bytesPerPixel(type.getSampleModel());
        while (stored.pixels() / ((long) step * step) * bytes > MAX_BYTES) {
            step++;
        }
        return step;
    }

    private static long bytesPerPixel(SampleModel model) {
        long bits = 0;
        for (int size : model.getSampleSize()) {
            bits += size;
        }
        // palettes and gray end as three or four bytes
        return Math.max(4, Math.ceilDiv(bits, 8));
    }

    private static ImageReader reader(MediaType mediaType) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType.mimeType());
        ImageReader reader = null;
        while (readers.hasNext()) {
            ImageReader candidate = readers.next();
            // TwelveMonkeys' also reads CMYK, and forgives broken metadata
            if (reader == null || candidate.getOriginatingProvider() instanceof JPEGImageReaderSpi) {
                reader = candidate;
            }
        }
        if (reader == null) {
            throw new IllegalStateException("no reader for " + mediaType.mimeType());
        }
        return reader;
    }
}
