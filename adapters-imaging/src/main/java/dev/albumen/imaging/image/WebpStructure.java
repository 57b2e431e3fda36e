package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.WebpChunks.Chunk;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** What a WebP's chunks say. */
final class WebpStructure {

    private static final int MAX_EXIF_BYTES = 1 << 20;
    /** The decoder holds a lossless picture in memory whole. */
    private static final long MAX_LOSSLESS_PIXELS = 64_000_000;

    private final FileBytes file;
    private long width;
    private long height;
    private boolean pixels;
    private int frames;
    private Orientation orientation = Orientation.NORMAL;

    private WebpStructure(FileBytes file) {
        this.file = file;
    }

    static Header walk(FileBytes file) throws IOException, BrokenFileException {
        WebpStructure structure = new WebpStructure(file);
        WebpChunks chunks = new WebpChunks(file);
        for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
            structure.read(chunk.get());
        }
        if (!structure.pixels) {
            throw BrokenFileException.broken("The WebP has no picture in it.");
        }
        return Header.of(MediaType.WEBP, structure.width, structure.height, structure.orientation)
                .ofFrames(Math.max(1, structure.frames));
    }

    private void read(Chunk chunk) throws IOException, BrokenFileException {
        long data = chunk.data();
        switch (chunk.name()) {
            case "VP8X" -> cover(1 + (file.u32(data + 4) & 0xFFFFFF), 1 + (file.u32(data + 6) >> 8));
            case "VP8 " -> {
                pixels = true;
                cover(file.u16(data + 6) & 0x3FFF, file.u16(data + 8) & 0x3FFF);
            }
            case "VP8L" -> {
                pixels = true;
                long bits = file.u32(data + 1);
                cover(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
                if (width * height > MAX_LOSSLESS_PIXELS) {
                    throw BrokenFileException.unsupported("Lossless WebP is supported up to 64 megapixels.");
                }
            }
            case "ANMF" -> {
                pixels = true;
                frames++;
            }
            case "EXIF" -> readExif(chunk);
            default -> { }
        }
    }

    private void cover(long chunkWidth, long chunkHeight) {
        width = Math.max(width, chunkWidth);
        height = Math.max(height, chunkHeight);
    }

    private void readExif(Chunk chunk) throws IOException, BrokenFileException {
        if (chunk.length() <= MAX_EXIF_BYTES) {
            byte[] exif = file.bytes(chunk.data(), (int) chunk.length());
            // some writers keep JPEG's prefix, which does not belong here
            boolean prefixed = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
            orientation = Orientation.ofExif(prefixed ? Arrays.copyOfRange(exif, 6, exif.length) : exif);
        }
    }
}
