package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.Boxes.Box;
import java.io.IOException;
import java.util.Optional;

/** What the boxes of an MP4 or QuickTime file say, and whether all of them are there. */
final class Mp4Structure {

    private static final int MAX_TRACKS = 100;
    private static final long UNKNOWN_32 = 0xFFFFFFFFL;

    private final FileBytes file;

    Mp4Structure(FileBytes file) {
        this.file = file;
    }

    VideoHeader walk(MediaType mediaType) throws IOException, BrokenFileException {
        Optional<Box> movie = Optional.empty();
        boolean media = false;
        Boxes boxes = Boxes.of(file);
        for (Optional<Box> next = boxes.next(); next.isPresent(); next = boxes.next()) {
            switch (next.get().type()) {
                case "moov" -> movie = movie.isPresent() ? movie : next;
                case "mdat" -> media |= next.get().length() > 0;
                default -> { }
            }
        }
        if (movie.isEmpty() || !media) {
            throw BrokenFileException.truncated("The file ends before the video does.");
        }
        return read(movie.get(), mediaType);
    }

    private VideoHeader read(Box movie, MediaType mediaType) throws IOException, BrokenFileException {
        if (Boxes.find(file, movie, "cmov").isPresent()) {
            throw BrokenFileException.unsupported("The video's description is compressed, which is not read here.");
        }
        Mp4Track track = videoTrack(movie);
        return VideoHeader.of(mediaType, track.width(), track.height(), seconds(movie), track.codec(), track.transfer());
    }

    private Mp4Track videoTrack(Box movie) throws IOException, BrokenFileException {
        Boxes boxes = Boxes.in(file, movie);
        int tracks = 0;
        for (Optional<Box> next = boxes.next("trak"); next.isPresent(); next = boxes.next("trak")) {
            if (++tracks > MAX_TRACKS) {
                throw BrokenFileException.broken("The video has more than " + MAX_TRACKS + " tracks.");
            }
            Optional<Mp4Track> track = Mp4Track.read(file, next.get());
            if (track.isPresent()) {
                return track.get();
            }
        }
        throw BrokenFileException.unsupported("The file has no moving pictures.");
    }

    /** By the movie's header; fragmented files leave that empty and say it elsewhere, or nowhere. Zero if unknown. */
    private double seconds(Box movie) throws IOException, BrokenFileException {
        Box header = Boxes.find(file, movie, "mvhd")
                .orElseThrow(() -> BrokenFileException.broken("The video has no header."));
        boolean wide = file.u8(header.data()) == 1;
        long scale = file.u32(header.data() + (wide ? 20 : 12));
        long duration = duration(header.data() + (wide ? 24 : 16), wide);
        Optional<Box> fragments = Boxes.find(file, movie, "mvex", "mehd");
        if (duration == 0 && fragments.isPresent()) {
            duration = duration(fragments.get().data() + 4, file.u8(fragments.get().data()) == 1);
        }
        return scale == 0 ? 0 : (double) duration / scale;
    }

    private long duration(long at, boolean wide) throws IOException, BrokenFileException {
        if (!wide) {
            long duration = file.u32(at);
            return duration == UNKNOWN_32 ? 0 : duration;
        }
        return Math.max(0, file.u32(at) << 32 | file.u32(at + 4));
    }
}
