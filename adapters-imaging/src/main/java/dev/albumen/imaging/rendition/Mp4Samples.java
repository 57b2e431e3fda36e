package dev.albumen.imaging.rendition;

import dev.albumen.imaging.image.Boxes;
import dev.albumen.imaging.image.Boxes.Box;
import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Keeps the bytes of media that a track's tables refer to (ISO/IEC 14496-12, section 8.7). */
final class Mp4Samples {

    /** Of all tracks together: days of frames. */
    private static final long MAX_ENTRIES = 10_000_000;

    private final FileBytes file;
    private final SameSizeCopy copy;
    private final List<Box> media;
    private long bytesLeft;
    private long entriesLeft = MAX_ENTRIES;

    /** @param media where the bytes may lie */
    Mp4Samples(FileBytes file, SameSizeCopy copy, List<Box> media) {
        this.file = file;
        this.copy = copy;
        this.media = media;
        this.bytesLeft = file.size();
    }

    /** The sizes of samples, one after the other. */
    private record Sizes(long at, long fixed, long count) {}

    /** Which chunks have how many samples, in runs. */
    private record Runs(long at, long count) {}

    void keep(Box table, String kind) throws IOException, BrokenFileException {
        Sizes sizes = sizes(required(Boxes.find(file, table, "stsz")), kind);
        Box runsBox = required(Boxes.find(file, table, "stsc"));
        Runs runs = new Runs(runsBox.data() + 8, entries(runsBox, 4, 12));
        Optional<Box> narrow = Boxes.find(file, table, "stco");
        Box offsets = narrow.isPresent() ? narrow.get() : required(Boxes.find(file, table, "co64"));
        int width = narrow.isPresent() ? 4 : 8;
        long chunks = entries(offsets, 4, width);
        long run = -1;
        long nextRunAt = 1;
        long samplesPerChunk = 0;
        long sample = 0;
        for (long chunk = 1; chunk <= chunks && sample < sizes.count(); chunk++) {
            while (chunk >= nextRunAt && run + 1 < runs.count()) {
                run++;
                samplesPerChunk = file.u32(runs.at() + run * 12 + 4);
                nextRunAt = run + 1 < runs.count() ? file.u32(runs.at() + (run + 1) * 12) : Long.MAX_VALUE;
            }
            long samples = Math.min(samplesPerChunk, sizes.count() - sample);
            long at = offsets.data() + 8 + (chunk - 1) * width;
            long from = width == 4 ? file.u32(at) : file.u32(at) << 32 | file.u32(at + 4);
            keep(from, bytes(sizes, sample, samples));
            sample += samples;
        }
    }

    private void keep(long from, long length) throws IOException, BrokenFileException {
        bytesLeft -= length;
        boolean there = media.stream().anyMatch(box -> from >= box.data() && from <= box.end() && length <= box.end() - from);
        if (length < 0 || bytesLeft < 0 || !there) {
            throw BrokenFileException.broken("The video's tables point to where no media is.");
        }
        if (length > 0) {
            copy.keep(from, from + length);
        }
    }

    private long bytes(Sizes sizes, long first, long count) throws IOException, BrokenFileException {
        if (sizes.fixed() > 0) {
            return sizes.fixed() * count;
        }
        long bytes = 0;
        for (long sample = first; sample < first + count; sample++) {
            bytes += file.u32(sizes.at() + sample * 4);
        }
        return bytes;
    }

    private Sizes sizes(Box box, String kind) throws IOException, BrokenFileException {
        long fixed = file.u32(box.data() + 4);
        if (fixed == 1 && kind.equals("soun")) {
            throw BrokenFileException.broken("The video's sound does not say how long its samples are.");
        }
        long count = fixed > 0 ? file.u32(box.data() + 8) : entries(box, 8, 4);
        return new Sizes(box.data() + 12, fixed, count);
    }

    /** How many entries a table has, all of which are in its box. */
    private long entries(Box box, int countAt, int width) throws IOException, BrokenFileException {
        long count = file.u32(box.data() + countAt);
        entriesLeft -= count;
        if (count * width > box.length() - countAt - 4 || entriesLeft < 0) {
            throw BrokenFileException.broken("A table of the video is shorter than it says.");
        }
        return count;
    }

    private static Box required(Optional<Box> box) throws BrokenFileException {
        return box.orElseThrow(() -> BrokenFileException.broken("The video's track lacks a part of its description."));
    }
}
