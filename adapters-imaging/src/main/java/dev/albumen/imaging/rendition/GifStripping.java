package dev.albumen.imaging.rendition;

import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.GifBlocks;
import dev.albumen.imaging.image.GifBlocks.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Keeps screen, frames, their timing and how often they repeat; ends at the end. */
final class GifStripping {

    private static final int TIMING = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");
    /** Introducer, label, length, name, and the sub-block that holds the count. */
    private static final int LOOP_BYTES = 19;

    private GifStripping() {}

    static void strip(FileBytes file, Copy copy) throws IOException, BrokenFileException {
        GifBlocks blocks = new GifBlocks(file);
        copy.range(0, blocks.at());
        Block block;
        do {
            block = blocks.next();
            if (block.kind() != GifBlocks.EXTENSION || file.u8(block.start() + 1) == TIMING) {
                copy.range(block.start(), block.end());
            } else if (isLoop(file, block)) {
                copy.range(block.start(), block.start() + LOOP_BYTES - 1);
                copy.bytes(0);
            }
        } while (block.kind() != GifBlocks.TRAILER);
    }

    private static boolean isLoop(FileBytes file, Block block) throws IOException, BrokenFileException {
        long start = block.start();
        return block.end() - start >= LOOP_BYTES
                && file.u8(start + 1) == APPLICATION
                && file.u8(start + 2) == 11
                && LOOPS.contains(new String(file.bytes(start + 3, 11), StandardCharsets.ISO_8859_1))
                && file.u8(start + 14) == 3
                && file.u8(start + 15) == 1;
    }
}
