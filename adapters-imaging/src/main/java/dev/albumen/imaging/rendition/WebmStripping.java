package dev.albumen.imaging.rendition;

import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.WebmElements;
import dev.albumen.imaging.image.WebmElements.Element;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps frames, sound, their timing, and what decoders are set up with. Every other element (tags, titles, dates,
 * attachments, chapters, checksums that no longer hold) becomes a void one of the same size.
 */
final class WebmStripping {

    private static final int SEEK_HEAD = 0x114D9B74;
    private static final int CUES = 0x1C53BB6B;
    private static final int VOID = 0xEC;
    private static final int VIDEO = 1;
    private static final int SOUND = 2;
    /** Time, previous size, position, simple block, block group. */
    private static final Set<Integer> OF_CLUSTERS = Set.of(0xE7, 0xAB, 0xA7, 0xA3, 0xA0);
    /** Scale of time, duration. */
    private static final Set<Integer> OF_INFO = Set.of(0x2AD7B1, 0x4489);
    /** Who wrote the file: it must be said, but not who. */
    private static final Set<Integer> APPLICATIONS = Set.of(0x4D80, 0x5741);
    /** Number, uid, type, flags, default duration, codec with its private data and delays, picture, sound, encodings. */
    private static final Set<Integer> OF_TRACKS = Set.of(
            0xD7, 0x73C5, WebmElements.TRACK_TYPE, 0xB9, 0x88, 0x55AA, 0x9C, 0x6DE7, 0x6DF8, 0x23E383, 0x23314F, 0x55EE, 0x41E4,
            0x22B59C, 0x22B59D, 0x86, 0x63A2, 0x56AA, 0x56BB, 0xE0, 0xE1, 0x6D80);

    private final FileBytes file;
    private final SameSizeCopy copy;

    private WebmStripping(FileBytes file, SameSizeCopy copy) {
        this.file = file;
        this.copy = copy;
    }

    static void strip(FileBytes file, SameSizeCopy copy) throws IOException, BrokenFileException {
        new WebmStripping(file, copy).strip();
        copy.finish();
    }

    private void strip() throws IOException, BrokenFileException {
        WebmElements elements = WebmElements.of(file);
        for (Optional<Element> next = elements.next(); next.isPresent(); next = elements.next()) {
            Element element = next.get();
            switch (element.id()) {
                case WebmElements.HEADER -> copy.keep(element.start(), element.end());
                case WebmElements.SEGMENT -> {
                    segment(element);
                    if (element.open()) {
                        return;
                    }
                }
                default -> hide(element);
            }
        }
    }

    private void segment(Element segment) throws IOException, BrokenFileException {
        copy.keep(segment.start(), segment.data());
        WebmElements elements = WebmElements.in(file, segment);
        for (Optional<Element> next = elements.next(); next.isPresent(); next = elements.next()) {
            Element element = next.get();
            switch (element.id()) {
                case SEEK_HEAD, CUES -> copy.keep(element.start(), element.end());
                case WebmElements.INFO -> children(element, OF_INFO);
                case WebmElements.TRACKS -> tracks(element);
                case WebmElements.CLUSTER -> cluster(element);
                default -> keepOrHide(element, OF_CLUSTERS);
            }
        }
    }

    /** One without a size is followed by what is inside of it. */
    private void cluster(Element cluster) throws IOException, BrokenFileException {
        if (cluster.open()) {
            copy.keep(cluster.start(), cluster.data());
        } else {
            children(cluster, OF_CLUSTERS);
        }
    }

    private void tracks(Element tracks) throws IOException, BrokenFileException {
        copy.keep(tracks.start(), tracks.data());
        WebmElements entries = WebmElements.in(file, tracks);
        for (Optional<Element> next = entries.next(); next.isPresent(); next = entries.next()) {
            if (next.get().id() != WebmElements.TRACK) {
                hide(next.get());
                continue;
            }
            Optional<Element> type = WebmElements.in(file, next.get()).next(WebmElements.TRACK_TYPE);
            int kind = type.isPresent() && type.get().length() > 0 ? file.u8(type.get().end() - 1) : 0;
            if (kind != VIDEO && kind != SOUND) {
                throw BrokenFileException.broken(
                        "This video cannot be freed of its metadata. It has a track of something else than pictures and sound.");
            }
            children(next.get(), OF_TRACKS);
        }
    }

    private void children(Element parent, Set<Integer> kept) throws IOException, BrokenFileException {
        copy.keep(parent.start(), parent.data());
        WebmElements elements = WebmElements.in(file, parent);
        for (Optional<Element> next = elements.next(); next.isPresent(); next = elements.next()) {
            keepOrHide(next.get(), kept);
        }
    }

    private void keepOrHide(Element element, Set<Integer> kept) throws IOException {
        if (kept.contains(element.id())) {
            copy.keep(element.start(), element.end());
        } else if (APPLICATIONS.contains(element.id())) {
            copy.keep(element.start(), element.data());
        } else {
            hide(element);
        }
    }

    private void hide(Element element) throws IOException {
        long length = element.end() - element.start();
        copy.put(element.start(), length - 2 < 0x7F
                ? new byte[] {(byte) VOID, (byte) (0x80 | length - 2)}
                : ByteBuffer.allocate(9).put((byte) VOID).putLong(1L << 56 | length - 9).array());
    }
}
