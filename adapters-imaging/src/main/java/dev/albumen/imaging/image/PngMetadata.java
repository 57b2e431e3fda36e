package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Metadata in a PNG's chunks. What is compressed is inflated no further than it is read. */
final class PngMetadata {

    /** More of a compressed chunk is not looked at. */
    private static final int MAX_PACKED_BYTES = 1 << 20;
    private static final String XMP = "XML:com.adobe.xmp";

    private final FileBytes file;
    private final MetadataBlocks into;

    private PngMetadata(FileBytes file, MetadataBlocks into) {
        this.file = file;
        this.into = into;
    }

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        PngMetadata metadata = new PngMetadata(file, into);
        PngChunks chunks = new PngChunks(file);
        PngChunks.Chunk chunk = chunks.next();
        while (!chunk.type().equals("IEND")) {
            metadata.take(chunk);
            chunk = chunks.next();
        }
    }

    private void take(PngChunks.Chunk chunk) throws IOException, BrokenFileException {
        switch (chunk.type()) {
            case "eXIf" -> {
                into.exif(chunk.data(), chunk.length());
                file.order(ByteOrder.BIG_ENDIAN);
            }
            case "tEXt", "zTXt", "iTXt" -> {
                if (into.takesText()) {
                    text(chunk.type(), into.start(chunk.data(), chunk.length(), MAX_PACKED_BYTES));
                }
            }
            default -> { }
        }
    }

    private void text(String type, byte[] chunk) {
        int name = zero(chunk, 0);
        if (name < 1 || name > 79) {
            return;
        }
        String keyword = new String(chunk, 0, name, StandardCharsets.ISO_8859_1);
        switch (type) {
            case "tEXt" -> keep(keyword, chunk, name + 1, false, StandardCharsets.ISO_8859_1);
            // the method of compression lies between
            case "zTXt" -> keep(keyword, chunk, name + 2, true, StandardCharsets.ISO_8859_1);
            default -> {
                int language = zero(chunk, name + 3);
                int translated = language < 0 ? -1 : zero(chunk, language + 1);
                if (translated > 0) {
                    keep(keyword, chunk, translated + 1, chunk[name + 1] == 1, StandardCharsets.UTF_8);
                }
            }
        }
    }

    private void keep(String keyword, byte[] chunk, int from, boolean packed, Charset charset) {
        boolean packet = keyword.equals(XMP);
        if (from >= chunk.length || packet && into.hasXmp()) {
            return;
        }
        int most = packet ? XmpReader.MAX_BYTES : MetadataBlocks.MAX_TEXT_BYTES;
        byte[] text = packed
                ? Inflated.upTo(most, chunk, from)
                : Arrays.copyOfRange(chunk, from, Math.min(chunk.length, from + most));
        if (packet) {
            into.xmp(text);
        } else {
            into.text(keyword, new String(text, charset));
        }
    }

    /** Where the next zero is, from there on; −1 where there is none. */
    private static int zero(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }
}
