package dev.albumen.imaging.rendition;

import dev.albumen.imaging.image.Boxes;
import dev.albumen.imaging.image.Boxes.Box;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the tracks of pictures and sound with what a player needs of their description, without times and names. Every
 * other box becomes free space of the same size, and every byte of media that no kept track refers to becomes zero:
 * cameras write places into tracks of their own.
 */
final class Mp4Stripping {

    private static final int MAX_MEDIA = 1000;
    private static final Set<String> TABLES = Set.of(
            "stts", "ctts", "cslg", "stss", "stps", "stsc", "stsz", "stco", "co64", "sdtp", "sbgp", "sgpd");

    private final FileBytes file;
    private final SameSizeCopy copy;
    private final List<Box> media = new ArrayList<>();

    private Mp4Stripping(FileBytes file, SameSizeCopy copy) {
        this.file = file;
        this.copy = copy;
    }

    static void strip(FileBytes file, SameSizeCopy copy) throws IOException, BrokenFileException {
        new Mp4Stripping(file, copy).strip();
    }

    private void strip() throws IOException, BrokenFileException {
        Optional<Box> movie = Optional.empty();
        Boxes boxes = Boxes.of(file);
        for (Optional<Box> next = boxes.next(); next.isPresent(); next = boxes.next()) {
            Box box = next.get();
            switch (box.type()) {
                case "ftyp" -> copy.keep(box.start(), box.end());
                case "mdat" -> {
                    copy.keep(box.start(), box.data());
                    media.add(box);
                }
                case "moov" -> movie = Optional.of(movie.isEmpty() ? box : refuse("It has more than one description."));
                case "moof" -> refuse("It comes in fragments.");
                default -> free(box);
            }
            if (media.size() > MAX_MEDIA) {
                refuse("Its media is scattered.");
            }
        }
        if (movie.isPresent()) {
            movie(movie.get());
        }
        copy.finish();
    }

    private void movie(Box movie) throws IOException, BrokenFileException {
        copy.keep(movie.start(), movie.data());
        Mp4Samples samples = new Mp4Samples(file, copy, media);
        Boxes boxes = Boxes.in(file, movie);
        for (Optional<Box> next = boxes.next(); next.isPresent(); next = boxes.next()) {
            Box box = next.get();
            switch (box.type()) {
                case "mvhd" -> timeless(box);
                case "trak" -> track(box, samples);
                case "mvex" -> refuse("It comes in fragments.");
                default -> free(box);
            }
        }
    }

    private void track(Box track, Mp4Samples samples) throws IOException, BrokenFileException {
        Optional<Box> handler = Boxes.find(file, track, "mdia", "hdlr");
        String kind = handler.isPresent() ? file.name(handler.get().data() + 8) : "";
        Optional<Box> table = Boxes.find(file, track, "mdia", "minf", "stbl");
        if (!(kind.equals("vide") || kind.equals("soun")) || table.isEmpty()) {
            free(track);
            return;
        }
        description(track, kind);
        samples.keep(table.get(), kind);
    }

    /** What stands in the tree of a kept track. */
    private void description(Box parent, String kind) throws IOException, BrokenFileException {
        copy.keep(parent.start(), parent.data());
        Boxes boxes = Boxes.in(file, parent);
        for (Optional<Box> next = boxes.next(); next.isPresent(); next = boxes.next()) {
            Box box = next.get();
            switch (box.type()) {
                case "mdia", "minf", "dinf", "stbl" -> requireWithin(parent, box, kind);
                case "tkhd", "mdhd" -> timeless(box);
                case "hdlr" -> copy.keep(box.start(), Math.min(box.data() + 12, box.end()));
                case "dref" -> references(box);
                case "stsd" -> Mp4SampleDescriptions.strip(file, box, kind, copy);
                case "edts", "tapt", "vmhd", "smhd" -> copy.keep(box.start(), box.end());
                default -> {
                    if (TABLES.contains(box.type())) {
                        copy.keep(box.start(), box.end());
                    } else {
                        free(box);
                    }
                }
            }
        }
    }

    /** Each in the one that it belongs into: none can nest without end. */
    private void requireWithin(Box parent, Box box, String kind) throws IOException, BrokenFileException {
        boolean fits = switch (box.type()) {
            case "mdia" -> parent.type().equals("trak");
            case "minf" -> parent.type().equals("mdia");
            default -> parent.type().equals("minf");
        };
        if (fits) {
            description(box, kind);
        } else {
            free(box);
        }
    }

    /** Without when it was made and changed. */
    private void timeless(Box box) throws IOException, BrokenFileException {
        copy.keep(box.start(), box.end());
        copy.put(box.data() + 4, new byte[file.u8(box.data()) == 1 ? 16 : 8]);
    }

    /** Without the paths of files that QuickTime writes there. */
    private void references(Box box) throws IOException, BrokenFileException {
        copy.keep(box.start(), Math.min(box.data() + 8, box.end()));
        Boxes boxes = Boxes.in(file, box, 8);
        for (Optional<Box> next = boxes.next(); next.isPresent(); next = boxes.next()) {
            copy.keep(next.get().start(), Math.min(next.get().data() + 4, next.get().end()));
        }
    }

    private void free(Box box) throws IOException {
        free(box, copy);
    }

    static void free(Box box, SameSizeCopy copy) throws IOException {
        copy.keep(box.start(), box.data());
        copy.put(box.start() + 4, "free".getBytes(StandardCharsets.US_ASCII));
    }

    private static <T> T refuse(String why) throws BrokenFileException {
        throw BrokenFileException.broken("This video cannot be freed of its metadata. " + why);
    }
}
