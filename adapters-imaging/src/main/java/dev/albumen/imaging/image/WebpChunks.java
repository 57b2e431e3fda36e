package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;

/** Walks the chunks of a WebP (RFC 9649). */
public final class WebpChunks {

    private final FileBytes file;
    private final long end;
    private long at = 12;

    public WebpChunks(FileBytes file) throws IOException, BrokenFileException {
        this.file = file;
        file.order(ByteOrder.LITTLE_ENDIAN);
        long announced = 8 + file.u32(4);
        // the last chunk's padding byte is often left out
        file.requireWithin(0, announced - 1);
        this.end = Math.min(announced, file.size());
    }

    /**
     * A chunk.
     *
     * @param start of its name
     * @param data where its payload begins
     * @param length of its payload, without padding
     */
    public record Chunk(String name, long start, long data, long length) {}

    /** The next chunk, all of which is there; empty at the end. */
    public Optional<Chunk> next() throws IOException, BrokenFileException {
        if (at + 8 > end) {
            return Optional.empty();
        }
        Chunk chunk = new Chunk(file.name(at), at, at + 8, file.u32(at + 4));
        if (chunk.data() + chunk.length() > end) {
            throw BrokenFileException.truncated("A chunk of the WebP reaches past its end.");
        }
        at = chunk.data() + chunk.length() + (chunk.length() & 1);
        return Optional.of(chunk);
    }
}
