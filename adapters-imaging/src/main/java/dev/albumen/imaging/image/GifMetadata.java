package dev.albumen.imaging.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Metadata in a GIF's extensions. */
final class GifMetadata {

    private static final int COMMENT = 0xFE;
    private static final int APPLICATION = 0xFF;
    private static final String XMP = "\u000BXMP DataXMP";
    /** Introducer and label. */
    private static final int PREFIX = 2;
    /** A packet lies bare where sub-blocks should; this many bytes lead whoever takes it for such back to its end. */
    private static final int XMP_TRAILER = 258;

    private GifMetadata() {}

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        GifBlocks blocks = new GifBlocks(file);
        GifBlocks.Block block;
        do {
            block = blocks.next();
            if (block.kind() == GifBlocks.EXTENSION) {
                take(file, block, into);
            }
        } while (block.kind() != GifBlocks.TRAILER);
    }

    private static void take(FileBytes file, GifBlocks.Block block, MetadataBlocks into) throws IOException, BrokenFileException {
        int label = file.u8(block.start() + 1);
        long data = block.start() + PREFIX;
        long length = block.end() - data;
        if (label == COMMENT && into.takesText()) {
            into.text("Comment", new String(subBlocks(file, data), StandardCharsets.UTF_8));
        } else if (label == APPLICATION && length > XMP.length() + XMP_TRAILER && into.begins(data, length, XMP)) {
            into.xmp(data + XMP.length(), length - XMP.length() - XMP_TRAILER);
        }
    }

    private static byte[] subBlocks(FileBytes file, long start) throws IOException, BrokenFileException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long at = start;
        for (int length = file.u8(at); length > 0 && out.size() < MetadataBlocks.MAX_TEXT_BYTES; length = file.u8(at)) {
            out.writeBytes(file.bytes(at + 1, length));
            at += 1 + length;
        }
        return out.toByteArray();
    }
}
