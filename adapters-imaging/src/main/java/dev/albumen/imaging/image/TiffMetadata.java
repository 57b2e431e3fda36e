package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;

/** Metadata in the first directory of a TIFF, beside EXIF. */
final class TiffMetadata {

    private static final int ENTRY_BYTES = 12;
    private static final int XMP = 0x02BC;
    private static final int IPTC = 0x83BB;
    private static final int PHOTOSHOP = 0x8649;
    private static final int LONG = 4;

    private TiffMetadata() {}

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        into.exif(0, file.size());
        file.order(file.u8(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = file.u32(4);
        int entries = file.u16(directory);
        for (int i = 0; i < entries; i++) {
            take(file, directory + 2 + (long) i * ENTRY_BYTES, into);
        }
    }

    private static void take(FileBytes file, long entry, MetadataBlocks into) throws IOException, BrokenFileException {
        int tag = file.u16(entry);
        if (tag != XMP && tag != IPTC && tag != PHOTOSHOP) {
            return;
        }
        // bytes, though some writers call IPTC's long numbers
        long length = file.u32(entry + 4) * (file.u16(entry + 2) == LONG ? 4 : 1);
        long at = file.u32(entry + 8);
        if (length <= 4 || at + length > file.size()) {
            return;
        }
        switch (tag) {
            case XMP -> into.xmp(at, length);
            case IPTC -> into.iptc(into.start(at, length, IptcDigest.MAX_BYTES));
            default -> PhotoshopResources.iptc(into.start(at, length, IptcDigest.MAX_BYTES)).ifPresent(into::iptc);
        }
    }
}
