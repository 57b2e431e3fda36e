package dev.albumen.imaging.rendition;

import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.Orientation;
import dev.albumen.imaging.image.WebpChunks;
import dev.albumen.imaging.image.WebpChunks.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Keeps pixels, alpha and the colour profile, and makes sizes and flags fit. */
public final class WebpStripping {

    private static final int RIFF_HEADER_BYTES = 12;
    private static final int FLAG_EXIF = 0x08;
    /** Alpha and animation. */
    private static final int FLAGS_KEPT = 0x10 | 0x02;
    private static final int FLAG_PROFILE = 0x20;
    /** Place, size, duration and blending, before a frame's own chunks. */
    private static final int FRAME_HEADER_BYTES = 16;

    private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "ALPH");

    private WebpStripping() {}

    /** A copy of an upright picture of our own making, which is in sRGB and needs no profile to say so. */
    public static void strip(Path from, Path to) throws IOException, BrokenFileException {
        try (FileBytes file = FileBytes.open(from); Copy copy = new Copy(file.channel(), to)) {
            strip(file, Orientation.NORMAL, false, copy);
        }
    }

    static void strip(FileBytes file, Orientation orientation, Copy copy) throws IOException, BrokenFileException {
        strip(file, orientation, true, copy);
    }

    private static void strip(FileBytes file, Orientation orientation, boolean profile, Copy copy)
            throws IOException, BrokenFileException {
        copy.range(0, RIFF_HEADER_BYTES);
        boolean turned = orientation != Orientation.NORMAL;
        WebpChunks chunks = new WebpChunks(file);
        for (Optional<Chunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
            Chunk chunk = next.get();
            switch (chunk.name()) {
                case "VP8X" -> {
                    int flags = file.u8(chunk.data()) & (profile ? FLAGS_KEPT | FLAG_PROFILE : FLAGS_KEPT)
                            | (turned ? FLAG_EXIF : 0);
                    copy.range(chunk.start(), chunk.data());
                    copy.bytes(flags, 0, 0, 0);
                    copy.range(chunk.data() + 4, chunk.data() + chunk.length());
                    pad(chunk, copy);
                }
                case "ICCP" -> {
                    if (profile) {
                        whole(chunk, copy);
                    }
                }
                case "VP8 ", "VP8L", "ALPH", "ANIM" -> whole(chunk, copy);
                case "ANMF" -> frame(file, chunk, copy);
                default -> { }
            }
        }
        if (turned) {
            ByteBuffer exif = SegmentStripper.exif(orientation);
            copy.bytes(ByteBuffer.wrap("EXIF".getBytes(StandardCharsets.US_ASCII)));
            copy.bytes(littleEndian(exif.remaining()));
            copy.bytes(exif);
        }
        copy.overwrite(4, littleEndian((int) (copy.size() - 8)));
    }

    private static void whole(Chunk chunk, Copy copy) throws IOException {
        copy.range(chunk.start(), chunk.data() + chunk.length());
        pad(chunk, copy);
    }

    private static void frame(FileBytes file, Chunk frame, Copy copy) throws IOException, BrokenFileException {
        long end = frame.data() + frame.length();
        long start = copy.size();
        if (frame.length() < FRAME_HEADER_BYTES) {
            throw BrokenFileException.broken("A frame of the WebP is too short.");
        }
        copy.range(frame.start(), frame.data() + FRAME_HEADER_BYTES);
        for (long at = frame.data() + FRAME_HEADER_BYTES; at + 8 <= end; ) {
            Chunk chunk = new Chunk(file.name(at), at, at + 8, file.u32(at + 4));
            if (chunk.data() + chunk.length() > end) {
                throw BrokenFileException.broken("A frame of the WebP holds more than it can.");
            }
            if (PIXELS.contains(chunk.name())) {
                whole(chunk, copy);
            }
            at = chunk.data() + chunk.length() + (chunk.length() & 1);
        }
        copy.overwrite(start + 4, littleEndian((int) (copy.size() - start - 8)));
    }

    private static void pad(Chunk chunk, Copy copy) throws IOException {
        if ((chunk.length() & 1) == 1) {
            copy.bytes(0);
        }
    }

    private static ByteBuffer littleEndian(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).flip();
    }
}
