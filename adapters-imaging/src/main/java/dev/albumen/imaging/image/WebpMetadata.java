package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;

/** Metadata in a WebP's chunks. */
final class WebpMetadata {

    private WebpMetadata() {}

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        WebpChunks chunks = new WebpChunks(file);
        for (Optional<WebpChunks.Chunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
            WebpChunks.Chunk chunk = next.get();
            switch (chunk.name()) {
                case "EXIF" -> {
                    into.exif(chunk.data(), chunk.length());
                    file.order(ByteOrder.LITTLE_ENDIAN);
                }
                case "XMP " -> into.xmp(chunk.data(), chunk.length());
                default -> { }
            }
        }
    }
}
