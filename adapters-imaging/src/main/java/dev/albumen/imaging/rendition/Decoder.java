package dev.albumen.imaging.rendition;

import com.luciad.imageio.webp.WebPReadParam;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.Header;
import dev.albumen.imaging.rendition.moving.WebpFrame;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes a picture's first frame once, no larger than its renditions need. */
final class Decoder {

    /** Of one rendition: as scaled, turned or converted, and as encoded. */
    private static final int BYTES_PER_RENDITION_PIXEL = 12;

    private final int longestEdge;

    /** @param largestTarget of the renditions; twice as much is decoded, because subsampling below that shows */
    Decoder(int largestTarget) {
        this.longestEdge = 2 * largestTarget;
    }

    /** The pixels as they lie in the file, perhaps subsampled. */
    BufferedImage decode(FileBytes file, Header header, Deadline deadline, PixelMemory.Share memory)
            throws UndecodableException, IOException, BrokenFileException {
        if (header.mediaType() == MediaType.WEBP) {
            Optional<WebpFrame> first = WebpFrame.first(file, header.stored());
            if (first.isPresent()) {
                // the library decodes still pictures only
                ImageInputStream still = new MemoryCacheImageInputStream(new ByteArrayInputStream(first.get().still(file)));
                return decode(still, header, first.get(), deadline, memory);
            }
        }
        return decode(new DeadlineImageStream(file.channel(), deadline), header, null, deadline, memory);
    }

    private BufferedImage decode(
            ImageInputStream from, Header header, @Nullable WebpFrame frame, Deadline deadline, PixelMemory.Share memory)
            throws UndecodableException {
        ImageReader reader = reader(header.mediaType());
        DecodeListener listener = new DecodeListener(deadline);
        try (ImageInputStream stream = from) {
            reader.addIIOReadWarningListener(listener);
            reader.addIIOReadProgressListener(listener);
            reader.setInput(stream, header.mediaType() != MediaType.GIF, header.mediaType() != MediaType.GIF);
            BufferedImage image = read(reader, header, frame, deadline, memory);
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

    private BufferedImage read(
            ImageReader reader, Header header, @Nullable WebpFrame frame, Deadline deadline, PixelMemory.Share memory)
            throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        long bytesPerPixel = bytesPerPixel(header.mediaType() == MediaType.WEBP ? null : reader.getRawImageType(0));
        int step = step(header.stored(), bytesPerPixel);
        memory.take(bytes(header.stored(), step, bytesPerPixel), deadline);
        if (param instanceof WebPReadParam webp) {
            if (step > 1) {
                Dimensions size = frame == null ? header.stored() : frame.size();
                webp.setUseScaling(true);
                webp.setScaledWidth(Math.ceilDiv(size.width(), step));
                webp.setScaledHeight(Math.ceilDiv(size.height(), step));
            }
            BufferedImage image = reader.read(0, param);
            return frame == null ? image : frame.onScreen(image, header.stored(), step);
        }
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        return header.mediaType() == MediaType.GIF ? GifScreen.complete(image, reader, header.stored(), step) : image;
    }

    private int step(Dimensions stored, long bytesPerPixel) {
        int step = Math.max(1, stored.longestEdge() / longestEdge);
        // on a small heap a coarser picture is better than none
        while (bytes(stored, step, bytesPerPixel) > PixelMemory.maxBytes() && step < stored.longestEdge()) {
            step++;
        }
        return step;
    }

    private long bytes(Dimensions stored, int step, long bytesPerPixel) {
        return stored.pixels() / ((long) step * step) * bytesPerPixel
                + stored.within(longestEdge / 2).pixels() * BYTES_PER_RENDITION_PIXEL;
    }

    /** As decoded, and what comes next: a first half, or all of it once more where it is not of 8-bit RGB. */
    private static long bytesPerPixel(@Nullable ImageTypeSpecifier type) {
        if (type == null) {
            return 9;
        }
        SampleModel model = type.getSampleModel();
        long bits = 0;
        for (int size : model.getSampleSize()) {
            bits += size;
        }
        return Math.ceilDiv(bits, 8) + (model.getNumBands() == 3 && bits == 24 ? 1 : 5);
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
