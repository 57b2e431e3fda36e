package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.GifBlocks.Block;
import java.io.IOException;

/** What a GIF's blocks say, and whether its end is there. */
final class GifStructure {

    private GifStructure() {}

    static Header walk(FileBytes file) throws IOException, BrokenFileException {
        GifBlocks blocks = new GifBlocks(file);
        long width = file.u16(6);
        long height = file.u16(8);
        int frames = 0;
        for (Block block = blocks.next(); block.kind() != GifBlocks.TRAILER; block = blocks.next()) {
            if (block.kind() == GifBlocks.FRAME && frames++ == 0) {
                // as browsers do: the first frame enlarges a screen that is too small for it
                width = Math.max(width, file.u16(block.start() + 1) + (long) file.u16(block.start() + 5));
                height = Math.max(height, file.u16(block.start() + 3) + (long) file.u16(block.start() + 7));
            }
        }
        if (frames == 0) {
            throw BrokenFileException.broken("The GIF has no picture in it.");
        }
        return Header.of(MediaType.GIF, width, height, Orientation.NORMAL).ofFrames(frames);
    }
}
