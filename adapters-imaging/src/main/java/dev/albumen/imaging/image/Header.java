package dev.albumen.imaging.image;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a picture's file says before its pixels.
 *
 * @param stored width and height as the pixels lie in the file
 * @param orientation what makes them upright
 * @param frames 1 for a picture that does not move
 * @param decoded sizes that a decoder may have to make room for, where those are others than the stored one
 */
public record Header(MediaType mediaType, Dimensions stored, Orientation orientation, int frames, List<Dimensions> decoded) {

    /** A row of pixels is held in memory, whatever a picture's area. */
    private static final int MAX_EDGE = 1 << 18;

    public Header {
        decoded = List.copyOf(decoded);
    }

    /**
     * Reads the header and walks the file's structure to its end, without decoding.
     *
     * @throws BrokenFileException where the structure does not hold, or the file is not of this kind
     */
    public static Header read(FileBytes file, MediaType mediaType) throws IOException, BrokenFileException {
        file.order(ByteOrder.BIG_ENDIAN);
        return switch (mediaType) {
            case JPEG -> new JpegStructure(file).walk();
            case PNG -> PngStructure.walk(file);
            case GIF -> GifStructure.walk(file);
            case WEBP -> WebpStructure.walk(file);
            case TIFF -> TiffStructure.walk(file);
            case AVIF, HEIC -> HeifStructure.walk(file, mediaType);
            case JXL -> JxlStructure.walk(file);
            case MP4, MOV, WEBM -> throw BrokenFileException.unsupported(
                    mediaType.mimeType() + " cannot be decoded here.");
        };
    }

    /** Width and height as the picture is shown. */
    public Dimensions upright() {
        return orientation.swapsSides() ? new Dimensions(stored.height(), stored.width()) : stored;
    }

    /** Says what is too large; empty where nothing is. */
    public Optional<String> excess(ImageLimits limits) {
        return Stream.concat(Stream.of(stored), decoded.stream())
                .flatMap(size -> excess(size, limits).stream())
                .findFirst();
    }

    private Optional<String> excess(Dimensions size, ImageLimits limits) {
        if (size.pixels() > limits.maxPixels() || size.longestEdge() > MAX_EDGE) {
            return Optional.of("The picture claims " + size.width() + "×" + size.height() + " pixels; at most "
                    + limits.maxPixels() + " are accepted, and " + MAX_EDGE + " on a side.");
        }
        if (frames > 1 && (size.longestEdge() > limits.maxMovingEdge() || size.pixels() * frames > limits.maxMovingPixels())) {
            return Optional.of("The picture claims " + frames + " frames of " + size.width() + "×" + size.height()
                    + " pixels; at most " + limits.maxMovingPixels() + " are accepted over all frames, and "
                    + limits.maxMovingEdge() + " on a side.");
        }
        return Optional.empty();
    }

    static Header of(MediaType mediaType, long width, long height, Orientation orientation) throws BrokenFileException {
        return new Header(mediaType, size(width, height), orientation, 1, List.of());
    }

    /** @throws BrokenFileException where no picture is of this size */
    static Dimensions size(long width, long height) throws BrokenFileException {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw BrokenFileException.broken("The header claims " + width + "×" + height + " pixels.");
        }
        return new Dimensions((int) width, (int) height);
    }

    Header ofFrames(int count) {
        return new Header(mediaType, stored, orientation, count, decoded);
    }

    Header decodedAs(List<Dimensions> sizes) {
        return new Header(mediaType, stored, orientation, frames, sizes);
    }
}
