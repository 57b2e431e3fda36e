package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.nio.ByteOrder;

/** Finds the blocks of metadata in a file of each kind. */
final class MetadataWalk {

    private MetadataWalk() {}

    /** @throws BrokenFileException where the file breaks; what lies before has been read */
    static void read(FileBytes file, MediaType mediaType, MetadataBlocks into) throws IOException, BrokenFileException {
        file.order(ByteOrder.BIG_ENDIAN);
        switch (mediaType) {
            case JPEG -> JpegMetadata.read(file, into);
            case PNG -> PngMetadata.read(file, into);
            case WEBP -> WebpMetadata.read(file, into);
            case GIF -> GifMetadata.read(file, into);
            case TIFF -> TiffMetadata.read(file, into);
            case AVIF, HEIC -> HeifMetadata.read(file, into);
            case MP4, MOV -> Mp4Metadata.read(file, into);
            case WEBM -> WebmMetadata.read(file, into);
            case JXL -> { }
        }
    }
}
