package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.nio.ByteOrder;

/** The chunks of a WebP (RFC 9649). */
final class WebpStructure {

    private static final int FIRST_CHUNK = 12;
    private static final int MAX_EXIF_BYTES = 1 << 20;
    /** The decoder holds a lossless picture in memory whole. */
    private static final long MAX_LOSSLESS_PIXELS = 64_000_000;

    private WebpStructure() {}

    static Header walk(FileBytes file) throws IOException, BrokenFileException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        long end = 8 + file.u32(4);
        // the last chunk's padding byte is often left out
        file.requireWithin(0, end - 1);
        end = Math.min(end, file.size());
        long width = 0;
        long height = 0;
        boolean pixels = false;
        Orientation orientation = Orientation.NORMAL;
        for (long at = FIRST_CHUNK; at + 8 <= end; ) {
            long length = file.u32(at + 4);
            long data = at + 8;
            if (data + length > end) {
                throw BrokenFileException.truncated("A chunk of the WebP reaches past its end.");
            }
            switch (file.name(at)) {
                case "VP8X" -> {
                    width = Math.max(width, 1 + (file.u32(data + 4) & 0xFFFFFF));
                    height = Math.max(height, 1 + (file.u32(data + 6) >> 8));
                }
                case "VP8 " -> {
                    pixels = true;
                    width = Math.max(width, file.u16(data + 6) & 0x3FFF);
                    height = Math.max(height, file.u16(data + 8) & 0x3FFF);
                }
                case "VP8L" -> {
                    pixels = true;
                    long bits = file.u32(data + 1);
                    width = Math.max(width, 1 + (bits & 0x3FFF));
                    height = Math.max(height, 1 + (bits >> 14 & 0x3FFF));
                    if (width * height > MAX_LOSSLESS_PIXELS) {
                        throw BrokenFileException.unsupported("Lossless WebP is supported up to 64 megapixels.");
                    }
                }
                case "ANMF" -> throw BrokenFileException.unsupported("Animated WebP is not supported.");
                case "EXIF" -> orientation = orientation(file, data, length);
                default -> { }
            }
            at = data + length + (length & 1);
        }
        if (!pixels) {
            throw BrokenFileException.broken("The WebP has no picture in it.");
        }
        return Header.of(MediaType.WEBP, width, height, orientation);
    }

    private static Orientation orientation(FileBytes file, long data, long length) throws IOException, BrokenFileException {
        if (length > MAX_EXIF_BYTES) {
            return Orientation.NORMAL;
        }
        byte[] exif = file.bytes(data, (int) length);
        // some writers keep JPEG's prefix, which does not belong here
        boolean prefixed = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
        return Orientation.ofExif(prefixed ? java.util.Arrays.copyOfRange(exif, 6, exif.length) : exif);
    }
}
