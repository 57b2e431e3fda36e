package dev.albumen.imaging.image;

import dev.albumen.imaging.image.Boxes.Box;
import java.io.IOException;
import java.util.Optional;

/**
 * A track of moving pictures.
 *
 * @param width as shown: turned by the track's matrix
 * @param codec the type of its first sample description
 * @param transfer how brightness is coded (ITU-T H.273, table 3); 2 where nothing is said
 */
record Mp4Track(long width, long height, String codec, int transfer) {

    /** Where width and height begin in a visual sample description, counted from its size. */
    private static final int ENTRY_WIDTH = 32;
    /** How much of its own a visual sample description has before the boxes in it. */
    private static final int ENTRY_BYTES = 78;
    private static final int UNSAID = 2;

    /** Empty for a track of something else. */
    static Optional<Mp4Track> read(FileBytes file, Box track) throws IOException, BrokenFileException {
        Optional<Box> media = Boxes.find(file, track, "mdia");
        Optional<Box> handler = media.isPresent() ? Boxes.find(file, media.get(), "hdlr") : Optional.empty();
        if (handler.isEmpty() || !file.name(handler.get().data() + 8).equals("vide")) {
            return Optional.empty();
        }
        Box header = required(Boxes.find(file, track, "tkhd"));
        Box descriptions = required(Boxes.find(file, media.get(), "minf", "stbl", "stsd"));
        Box description = required(Boxes.in(file, descriptions, 8).next());
        long matrix = header.data() + (file.u8(header.data()) == 1 ? 52 : 40);
        long width = file.u32(matrix + 36) >> 16;
        long height = file.u32(matrix + 40) >> 16;
        if (width == 0 || height == 0) {
            // some recorders leave it to the sample description
            width = file.u16(description.start() + ENTRY_WIDTH);
            height = file.u16(description.start() + ENTRY_WIDTH + 2);
        }
        boolean turned = file.u32(matrix) == 0 && file.u32(matrix + 4) != 0;
        return Optional.of(new Mp4Track(turned ? height : width, turned ? width : height,
                description.type(), transfer(file, description)));
    }

    private static int transfer(FileBytes file, Box description) throws IOException, BrokenFileException {
        Optional<Box> color = Boxes.in(file, description, ENTRY_BYTES).next("colr");
        boolean numbered = color.isPresent() && color.get().length() >= 10 && file.name(color.get().data()).startsWith("ncl");
        return numbered ? file.u16(color.get().data() + 6) : UNSAID;
    }

    private static Box required(Optional<Box> box) throws BrokenFileException {
        return box.orElseThrow(() -> BrokenFileException.broken("The video's track lacks a part of its description."));
    }
}
