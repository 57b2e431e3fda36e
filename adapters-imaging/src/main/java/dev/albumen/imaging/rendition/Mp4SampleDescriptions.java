package dev.albumen.imaging.rendition;

import dev.albumen.imaging.image.Boxes;
import dev.albumen.imaging.image.Boxes.Box;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Keeps what decoders are set up with, without the names of those who encoded. */
final class Mp4SampleDescriptions {

    private static final int VIDEO_BYTES = 78;
    private static final int SOUND_BYTES = 28;
    private static final int VENDOR = 12;
    private static final int COMPRESSOR = 42;
    private static final int COMPRESSOR_END = 74;
    private static final Set<String> KEPT = Set.of(
            "avcC", "hvcC", "lhvC", "av1C", "vpcC", "dvcC", "dvvC", "dvwC", "esds", "colr", "pasp", "clap", "fiel", "gama",
            "btrt", "mdcv", "clli", "SmDm", "CoLL", "amve", "d263", "damr", "wave", "chan", "chnl", "pcmC", "dac3", "dec3",
            "dac4", "dOps", "alac", "dfLa", "frma", "srat");

    private Mp4SampleDescriptions() {}

    static void strip(FileBytes file, Box box, String kind, SameSizeCopy copy) throws IOException, BrokenFileException {
        copy.keep(box.start(), Math.min(box.data() + 8, box.end()));
        Boxes entries = Boxes.in(file, box, 8);
        for (Optional<Box> next = entries.next(); next.isPresent(); next = entries.next()) {
            Box entry = next.get();
            int own = kind.equals("vide") ? VIDEO_BYTES : soundBytes(file.u16(entry.data() + 8));
            if (entry.length() < own) {
                throw BrokenFileException.broken("A description of the video's samples is too short.");
            }
            copy.keep(entry.start(), entry.data() + own);
            copy.put(entry.data() + VENDOR, new byte[4]);
            if (kind.equals("vide")) {
                copy.put(entry.data() + COMPRESSOR, new byte[COMPRESSOR_END - COMPRESSOR]);
            }
            extensions(file, entry, own, copy);
        }
    }

    private static void extensions(FileBytes file, Box entry, int behind, SameSizeCopy copy) throws IOException, BrokenFileException {
        Boxes boxes = Boxes.in(file, entry, behind);
        for (Optional<Box> next = boxes.next(); next.isPresent(); next = boxes.next()) {
            if (KEPT.contains(next.get().type())) {
                copy.keep(next.get().start(), next.get().end());
            } else {
                Mp4Stripping.free(next.get(), copy);
            }
        }
    }

    /** QuickTime's later versions of the description are longer. */
    private static int soundBytes(int version) throws BrokenFileException {
        return switch (version) {
            case 0 -> SOUND_BYTES;
            case 1 -> SOUND_BYTES + 16;
            case 2 -> SOUND_BYTES + 36;
            default -> throw BrokenFileException.broken("The video's sound is described in an unknown way.");
        };
    }
}
