package dev.albumen.imaging.image;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.Boxes.Box;
import dev.albumen.imaging.image.HeifItems.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the boxes of an AVIF or HEIC say of its primary picture (ISO 23008-12). A decoder makes room for that before it
 * crops, and for the tiles or the source that it is made of: their sizes are told too, as are all that the file claims.
 */
final class HeifStructure {

    private static final int MAX_PROPERTIES = 10_000;

    private final FileBytes file;
    private final List<Box> properties = new ArrayList<>();
    private final List<Dimensions> claimed = new ArrayList<>();
    private long primary = -1;
    private long width;
    private long height;

    private HeifStructure(FileBytes file) {
        this.file = file;
    }

    /** The size as shown: the decoder itself turns and crops as the file says. */
    static Header walk(FileBytes file, MediaType mediaType) throws IOException, BrokenFileException {
        HeifStructure structure = new HeifStructure(file);
        Boxes boxes = Boxes.of(file);
        Optional<Box> meta = Optional.empty();
        boolean pixels = false;
        // to the end, so that a file which lost its end is noticed
        for (Optional<Box> box = boxes.next(); box.isPresent(); box = boxes.next()) {
            if (box.get().type().equals("meta")) {
                if (meta.isPresent()) {
                    // decoders do not agree on which one counts
                    throw BrokenFileException.broken("The file describes its picture twice.");
                }
                meta = box;
            }
            pixels |= box.get().type().equals("mdat");
        }
        if (!pixels) {
            throw BrokenFileException.truncated("The file ends before its pixels.");
        }
        structure.readMeta(meta.orElseThrow(() -> BrokenFileException.broken("The file has no picture in it.")));
        return Header.of(mediaType, structure.width, structure.height, Orientation.NORMAL).decodedAs(structure.claimed);
    }

    private void readMeta(Box meta) throws IOException, BrokenFileException {
        Box item = child(meta, 4, "pitm");
        primary = file.u8(item.data()) == 0 ? file.u16(item.data() + 4) : file.u32(item.data() + 4);
        Box descriptions = child(meta, 4, "iprp");
        Boxes all = Boxes.in(file, child(descriptions, 0, "ipco"));
        for (Optional<Box> box = all.next(); box.isPresent(); box = all.next()) {
            if (properties.size() == MAX_PROPERTIES) {
                throw BrokenFileException.broken("The file describes more than any picture has.");
            }
            properties.add(box.get());
            if (box.get().type().equals("ispe")) {
                claimed.add(Header.size(file.u32(box.get().data() + 4), file.u32(box.get().data() + 8)));
            }
        }
        readAssociations(child(descriptions, 0, "ipma"));
        for (Item part : HeifItems.in(file, meta)) {
            switch (part.type()) {
                case "grid" -> claim(part, 4);
                case "iovl" -> claim(part, 10);
                default -> { }
            }
        }
    }

    /** What is put together of other pictures says how large it becomes, whatever else the file says of it. */
    private void claim(Item derived, int skipped) throws IOException, BrokenFileException {
        if (!derived.isInOnePiece()) {
            throw BrokenFileException.broken("The file does not describe how its picture is put together.");
        }
        long at = derived.at();
        boolean wide = (file.u8(at + 1) & 1) != 0;
        long width = wide ? file.u32(at + skipped) : file.u16(at + skipped);
        claimed.add(Header.size(width, wide ? file.u32(at + skipped + 4) : file.u16(at + skipped + 2)));
    }

    private Box child(Box parent, int skipped, String name) throws IOException, BrokenFileException {
        return Boxes.in(file, parent, skipped).next(name)
                .orElseThrow(() -> BrokenFileException.broken("The file does not describe its picture."));
    }

    /** Which properties are the primary picture's, in the order in which they apply. */
    private void readAssociations(Box box) throws IOException, BrokenFileException {
        boolean longIds = file.u8(box.data()) > 0;
        boolean longIndexes = (file.u8(box.data() + 3) & 1) != 0;
        long entries = file.u32(box.data() + 4);
        long at = box.data() + 8;
        for (long i = 0; i < entries && at < box.end(); i++) {
            long id = longIds ? file.u32(at) : file.u16(at);
            at += longIds ? 4 : 2;
            int count = file.u8(at++);
            for (int j = 0; j < count; j++) {
                int index = longIndexes ? file.u16(at) & 0x7FFF : file.u8(at) & 0x7F;
                at += longIndexes ? 2 : 1;
                if (id == primary && index >= 1 && index <= properties.size()) {
                    apply(properties.get(index - 1));
                }
            }
        }
    }

    private void apply(Box property) throws IOException, BrokenFileException {
        switch (property.type()) {
            case "ispe" -> {
                width = file.u32(property.data() + 4);
                height = file.u32(property.data() + 8);
            }
            case "clap" -> {
                width = Math.min(width, file.u32(property.data()) / Math.max(1, file.u32(property.data() + 4)));
                height = Math.min(height, file.u32(property.data() + 8) / Math.max(1, file.u32(property.data() + 12)));
            }
            case "irot" -> {
                if ((file.u8(property.data()) & 1) != 0) {
                    long before = width;
                    width = height;
                    height = before;
                }
            }
            default -> { }
        }
    }
}
