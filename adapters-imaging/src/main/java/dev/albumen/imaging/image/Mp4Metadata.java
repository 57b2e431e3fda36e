package dev.albumen.imaging.image;

import dev.albumen.imaging.image.Boxes.Box;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an MP4 or QuickTime file says of how it was made: the movie's header, the items of its {@code meta} boxes by key,
 * its user data, and XMP. Read here and not by a library, because those read whole boxes whatever their size, and only
 * some of these.
 */
final class Mp4Metadata {

    /** Seconds from 1904, from which QuickTime counts, to 1970. */
    private static final long EPOCH_1904 = 2_082_844_800L;
    private static final int MAX_ITEMS = 200;
    private static final int UTF_8 = 1;
    private static final int UTF_16 = 2;
    /** Adobe's: be7acfcb-97a9-42e8-9c71-999491e3afac. */
    private static final byte[] XMP = {
        (byte) 0xBE, 0x7A, (byte) 0xCF, (byte) 0xCB, (byte) 0x97, (byte) 0xA9, 0x42, (byte) 0xE8,
        (byte) 0x9C, 0x71, (byte) 0x99, (byte) 0x94, (byte) 0x91, (byte) 0xE3, (byte) 0xAF, (byte) 0xAC};

    private final FileBytes file;
    private final MetadataBlocks into;

    private Mp4Metadata(FileBytes file, MetadataBlocks into) {
        this.file = file;
        this.into = into;
    }

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        Mp4Metadata metadata = new Mp4Metadata(file, into);
        Boxes boxes = Boxes.of(file);
        for (Optional<Box> next = boxes.next(); next.isPresent(); next = boxes.next()) {
            Box box = next.get();
            switch (box.type()) {
                case "moov" -> metadata.movie(box);
                case "meta" -> metadata.items(box);
                case "uuid" -> {
                    if (box.length() > XMP.length && Arrays.equals(file.bytes(box.data(), XMP.length), XMP)) {
                        into.xmp(box.data() + XMP.length, box.length() - XMP.length);
                    }
                }
                default -> { }
            }
        }
    }

    private void movie(Box movie) throws IOException, BrokenFileException {
        Boxes boxes = Boxes.in(file, movie);
        for (Optional<Box> next = boxes.next(); next.isPresent(); next = boxes.next()) {
            Box box = next.get();
            switch (box.type()) {
                case "mvhd" -> header(box);
                case "meta" -> items(box);
                case "udta" -> userData(box);
                default -> { }
            }
        }
    }

    /** Seconds since 1904; zero says nothing. */
    private void header(Box box) throws IOException, BrokenFileException {
        boolean wide = file.u8(box.data()) == 1;
        long seconds = wide ? file.u32(box.data() + 4) << 32 | file.u32(box.data() + 8) : file.u32(box.data() + 4);
        if (seconds > 0 && seconds < Integer.MAX_VALUE * 4L) {
            into.video().addWritten(Instant.ofEpochSecond(seconds - EPOCH_1904));
        }
    }

    /** Keys and values apart, as Apple writes them, or values under names of four letters. */
    private void items(Box meta) throws IOException, BrokenFileException {
        // QuickTime's has no version in front
        boolean versioned = meta.length() >= 8 && !file.name(meta.data() + 4).equals("hdlr");
        List<String> keys = new ArrayList<>();
        Boxes boxes = Boxes.in(file, meta, versioned ? 4 : 0);
        for (Optional<Box> next = boxes.next(); next.isPresent(); next = boxes.next()) {
            switch (next.get().type()) {
                case "keys" -> keys.addAll(keys(next.get()));
                case "ilst" -> values(next.get(), keys);
                default -> { }
            }
        }
    }

    private List<String> keys(Box box) throws IOException, BrokenFileException {
        List<String> keys = new ArrayList<>();
        // each a box whose type is the key's namespace
        Boxes entries = Boxes.in(file, box, 8);
        for (Optional<Box> next = entries.next(); next.isPresent() && keys.size() < MAX_ITEMS; next = entries.next()) {
            keys.add(text(next.get().data(), next.get().length(), StandardCharsets.UTF_8));
        }
        return keys;
    }

    private void values(Box list, List<String> keys) throws IOException, BrokenFileException {
        Boxes items = Boxes.in(file, list);
        int count = 0;
        for (Optional<Box> next = items.next(); next.isPresent() && count < MAX_ITEMS; next = items.next(), count++) {
            Box item = next.get();
            long number = file.u32(item.start() + 4);
            String key = number >= 1 && number <= keys.size() ? keys.get((int) number - 1) : item.type();
            Optional<Box> data = Boxes.in(file, item).next("data");
            if (data.isPresent() && data.get().length() > 8) {
                long kind = file.u32(data.get().data());
                if (kind == UTF_8 || kind == UTF_16) {
                    Charset charset = kind == UTF_8 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE;
                    into.video().add(key, text(data.get().data() + 8, data.get().length() - 8, charset));
                }
            }
        }
    }

    private void userData(Box parent) throws IOException, BrokenFileException {
        Boxes boxes = Boxes.in(file, parent);
        int count = 0;
        for (Optional<Box> next = boxes.next(); next.isPresent() && count < MAX_ITEMS; next = boxes.next(), count++) {
            Box box = next.get();
            switch (box.type()) {
                case "meta" -> items(box);
                case "XMP_" -> into.xmp(box.data(), box.length());
                case "loci" -> location(box);
                default -> {
                    // a text's length and language stand before it
                    if (box.type().startsWith("©") && box.length() > 4) {
                        long length = Math.min(file.u16(box.data()), box.length() - 4);
                        into.video().add(box.type(), text(box.data() + 4, length, StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    /** 3GPP's (TS 26.244): behind a name, numbers with 16 bits below the point. */
    private void location(Box box) throws IOException, BrokenFileException {
        long at = box.data() + 6;
        boolean wide = box.length() > 8 && file.u16(at) == 0xFEFF;
        while (at < box.end() && (wide ? file.u16(at) : file.u8(at)) != 0) {
            at += wide ? 2 : 1;
        }
        at += (wide ? 2 : 1) + 1;
        if (at + 12 <= box.end()) {
            Iso6709.of(fixed(at + 4), fixed(at), fixed(at + 8)).ifPresent(into.video()::addPlace);
        }
    }

    private double fixed(long at) throws IOException, BrokenFileException {
        return (int) file.u32(at) / 65_536.0;
    }

    private String text(long at, long length, Charset charset) throws IOException, BrokenFileException {
        return new String(into.start(at, length, VideoNotes.MAX_TEXT * 4), charset);
    }
}
