package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.WebmElements.Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the elements of a WebM say, and whether all of them are there. */
final class WebmStructure {

    private static final int DOCUMENT_TYPE = 0x4282;
    private static final int TIMESTAMP_SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int CODEC = 0x86;
    private static final int VIDEO = 0xE0;
    private static final int PIXEL_WIDTH = 0xB0;
    private static final int PIXEL_HEIGHT = 0xBA;
    private static final int DISPLAY_WIDTH = 0x54B0;
    private static final int DISPLAY_HEIGHT = 0x54BA;
    private static final int DISPLAY_UNIT = 0x54B2;
    private static final int COLOR = 0x55B0;
    private static final int TRANSFER = 0x55BA;
    private static final int VIDEO_TRACK = 1;
    private static final int MAX_TEXT = 64;
    private static final double NANOS = 1e9;

    private final FileBytes file;

    private WebmStructure(FileBytes file) {
        this.file = file;
    }

    static VideoHeader walk(FileBytes file) throws IOException, BrokenFileException {
        return new WebmStructure(file).read();
    }

    private VideoHeader read() throws IOException, BrokenFileException {
        WebmElements elements = WebmElements.of(file);
        Element header = required(elements.next(WebmElements.HEADER));
        if (!text(child(header, DOCUMENT_TYPE)).equals("webm")) {
            throw BrokenFileException.unsupported("This is a Matroska file of another kind than WebM.");
        }
        WebmElements parts = WebmElements.in(file, required(elements.next(WebmElements.SEGMENT)));
        Optional<Element> info = Optional.empty();
        Optional<Element> tracks = Optional.empty();
        boolean media = false;
        for (Optional<Element> next = parts.next(); next.isPresent(); next = parts.next()) {
            switch (next.get().id()) {
                case WebmElements.INFO -> info = info.isPresent() ? info : next;
                case WebmElements.TRACKS -> tracks = tracks.isPresent() ? tracks : next;
                case WebmElements.CLUSTER -> media |= next.get().length() > 0;
                default -> { }
            }
        }
        if (!media) {
            throw BrokenFileException.truncated("The file ends before the video does.");
        }
        return read(info, required(tracks));
    }

    private VideoHeader read(Optional<Element> info, Element tracks) throws IOException, BrokenFileException {
        WebmElements entries = WebmElements.in(file, tracks);
        for (Optional<Element> next = entries.next(WebmElements.TRACK); next.isPresent(); next = entries.next(WebmElements.TRACK)) {
            if (number(child(next.get(), WebmElements.TRACK_TYPE), 0) == VIDEO_TRACK) {
                Element video = required(child(next.get(), VIDEO));
                String codec = text(child(next.get(), CODEC));
                Optional<Element> color = child(video, COLOR);
                boolean inPixels = number(child(video, DISPLAY_UNIT), 0) == 0;
                long width = number(child(video, PIXEL_WIDTH), 0);
                long height = number(child(video, PIXEL_HEIGHT), 0);
                return VideoHeader.of(MediaType.WEBM,
                        inPixels ? number(child(video, DISPLAY_WIDTH), width) : width,
                        inPixels ? number(child(video, DISPLAY_HEIGHT), height) : height,
                        info.isPresent() ? seconds(info.get()) : 0, codec,
                        color.isPresent() ? number(child(color.get(), TRANSFER), 0) : 0);
            }
        }
        throw BrokenFileException.unsupported("The file has no moving pictures.");
    }

    private double seconds(Element info) throws IOException, BrokenFileException {
        Optional<Element> duration = child(info, DURATION);
        if (duration.isEmpty()) {
            return 0;
        }
        long at = duration.get().data();
        double ticks = switch ((int) Math.min(duration.get().length(), 9)) {
            case 4 -> Float.intBitsToFloat((int) file.u32(at));
            case 8 -> Double.longBitsToDouble(file.u32(at) << 32 | file.u32(at + 4));
            default -> 0;
        };
        return ticks * number(child(info, TIMESTAMP_SCALE), 1_000_000) / NANOS;
    }

    private Optional<Element> child(Element parent, int id) throws IOException, BrokenFileException {
        return WebmElements.in(file, parent).next(id);
    }

    private long number(Optional<Element> element, long otherwise) throws IOException, BrokenFileException {
        if (element.isEmpty() || element.get().length() == 0 || element.get().length() > 8) {
            return otherwise;
        }
        long number = 0;
        for (long at = element.get().data(); at < element.get().end(); at++) {
            number = number << 8 | file.u8(at);
        }
        return number;
    }

    private String text(Optional<Element> element) throws IOException, BrokenFileException {
        if (element.isEmpty()) {
            return "";
        }
        int length = (int) Math.min(element.get().length(), MAX_TEXT);
        return new String(file.bytes(element.get().data(), length), StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private static Element required(Optional<Element> element) throws BrokenFileException {
        return element.orElseThrow(() -> BrokenFileException.broken("The WebM lacks a part of its description."));
    }
}
