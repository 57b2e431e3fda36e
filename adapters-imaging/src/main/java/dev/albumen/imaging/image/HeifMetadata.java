package dev.albumen.imaging.image;

import dev.albumen.imaging.image.Boxes.Box;
import dev.albumen.imaging.image.HeifItems.Item;
import java.io.IOException;
import java.nio.ByteOrder;

/** Metadata in an AVIF or HEIC: some of its items. Those that do not lie in the file in one piece are left alone. */
final class HeifMetadata {

    private static final String XMP = "application/rdf+xml";

    private HeifMetadata() {}

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        Box meta = Boxes.of(file).next("meta").orElseThrow(() -> BrokenFileException.broken("There is no box meta."));
        for (Item item : HeifItems.in(file, meta)) {
            boolean inFile = item.isInOnePiece() && item.length() >= 8 && item.length() <= file.size() - item.at();
            file.order(ByteOrder.BIG_ENDIAN);
            if (inFile && item.type().equals("Exif")) {
                // in front stands how far behind itself the TIFF structure begins
                long skipped = 4 + file.u32(item.at());
                if (skipped < item.length()) {
                    into.exif(item.at() + skipped, item.length() - skipped);
                }
            } else if (inFile && item.type().equals("mime") && isXmp(item, file, into)) {
                into.xmp(item.at(), item.length());
            }
        }
    }

    /** Behind its name stands what it is. */
    private static boolean isXmp(Item item, FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        long name = item.info();
        while (name < item.infoEnd() && file.u8(name) != 0) {
            name++;
        }
        return into.begins(name + 1, item.infoEnd() - name - 1, XMP);
    }
}
