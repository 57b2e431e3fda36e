package dev.albumen.imaging.rendition.moving;

import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.GifBlocks;
import dev.albumen.imaging.image.GifBlocks.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** What a GIF's extension says of the frame that comes next. */
record GifTiming(int millis, Screen.Disposal disposal) {

    /** Of a frame without such an extension. */
    static final GifTiming NONE = new GifTiming(0, Screen.Disposal.KEPT);

    private static final int LABEL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");
    /** Introducer, label, length, name, and the sub-block that holds the count. */
    private static final int LOOP_BYTES = 19;

    /** Empty where the block is another one. */
    static Optional<GifTiming> of(FileBytes file, Block block) throws IOException, BrokenFileException {
        if (block.kind() != GifBlocks.EXTENSION || file.u8(block.start() + 1) != LABEL || file.u8(block.start() + 2) < 4) {
            return Optional.empty();
        }
        Screen.Disposal disposal = switch (file.u8(block.start() + 3) >> 2 & 7) {
            case 2 -> Screen.Disposal.CLEARED;
            // 4 is what some old writers meant 3 to be
            case 3, 4 -> Screen.Disposal.GIVEN_BACK;
            default -> Screen.Disposal.KEPT;
        };
        return Optional.of(new GifTiming(10 * file.u16(block.start() + 4), disposal));
    }

    /** How often all is shown, 0 for ever: the file counts repetitions. Empty where the block is another one. */
    static Optional<Integer> plays(FileBytes file, Block block) throws IOException, BrokenFileException {
        long start = block.start();
        boolean loop = block.kind() == GifBlocks.EXTENSION
                && block.end() - start >= LOOP_BYTES
                && file.u8(start + 1) == APPLICATION
                && file.u8(start + 2) == 11
                && LOOPS.contains(new String(file.bytes(start + 3, 11), StandardCharsets.ISO_8859_1))
                && file.u8(start + 14) == 3
                && file.u8(start + 15) == 1;
        if (!loop) {
            return Optional.empty();
        }
        int repetitions = file.u16(start + 16);
        return Optional.of(repetitions == 0 ? 0 : repetitions + 1);
    }
}
