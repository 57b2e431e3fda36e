package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.MetadataStripper;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.Header;
import dev.albumen.imaging.image.Orientation;
import dev.albumen.imaging.image.VideoHeader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies the parts of a file that make its pixels, and no others. What is kept is listed, not what is dropped, so that
 * a kind of metadata that nobody thought of stays behind.
 */
@Singleton
final class SegmentStripper implements MetadataStripper {

    @Override
    public boolean strips(MediaType mediaType) {
        return switch (mediaType) {
            case JPEG, PNG, GIF, WEBP, MP4, MOV, WEBM -> true;
            case TIFF, AVIF, HEIC, JXL -> false;
        };
    }

    @Override
    public void strip(Path original, MediaType mediaType, Path to) throws UndecodableException {
        try (FileBytes file = FileBytes.open(original)) {
            if (mediaType.isVideo()) {
                stripVideo(file, mediaType, to);
            } else {
                strip(file, mediaType, to);
            }
        } catch (BrokenFileException e) {
            remove(to, e);
            throw new UndecodableException(e.getMessage(), e);
        } catch (IOException e) {
            remove(to, e);
            throw new DependencyException("copying an original", e);
        }
    }

    private static void strip(FileBytes file, MediaType mediaType, Path to) throws IOException, BrokenFileException {
        Orientation orientation = Header.read(file, mediaType).orientation();
        try (Copy copy = new Copy(file.channel(), to)) {
            switch (mediaType) {
                case JPEG -> JpegStripping.strip(file, orientation, copy);
                case PNG -> PngStripping.strip(file, orientation, copy);
                case GIF -> GifStripping.strip(file, copy);
                case WEBP -> WebpStripping.strip(file, orientation, copy);
                case TIFF, AVIF, HEIC, JXL, MP4, MOV, WEBM ->
                    throw new IllegalArgumentException(mediaType.mimeType() + " cannot be stripped");
            }
        }
    }

    private static void stripVideo(FileBytes file, MediaType mediaType, Path to) throws IOException, BrokenFileException {
        VideoHeader.read(file, mediaType);
        try (SameSizeCopy copy = new SameSizeCopy(file.channel(), to)) {
            if (mediaType == MediaType.WEBM) {
                WebmStripping.strip(file, copy);
            } else {
                Mp4Stripping.strip(file, copy);
            }
        }
    }

    /** A TIFF block whose only tag is the orientation. */
    static ByteBuffer exif(Orientation orientation) {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation.tagValue())
                .putShort((short) 0)
                .putInt(0)
                .flip();
    }

    private static void remove(Path file, Exception reason) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
