package dev.albumen.imaging.image;

import dev.albumen.imaging.image.WebmElements.Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** What a WebM says of how it was made: its date, its title, and its tags. */
final class WebmMetadata {

    private static final int DATE = 0x4461;
    private static final int TITLE = 0x7BA9;
    private static final int TAGS = 0x1254C367;
    private static final int TAG = 0x7373;
    private static final int SIMPLE_TAG = 0x67C8;
    private static final int TAG_NAME = 0x45A3;
    private static final int TAG_TEXT = 0x4487;
    private static final int MAX_TAGS = 200;
    private static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z");

    private final FileBytes file;
    private final MetadataBlocks into;

    private WebmMetadata(FileBytes file, MetadataBlocks into) {
        this.file = file;
        this.into = into;
    }

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        WebmMetadata metadata = new WebmMetadata(file, into);
        Optional<Element> segment = WebmElements.of(file).next(WebmElements.SEGMENT);
        if (segment.isEmpty()) {
            return;
        }
        WebmElements parts = WebmElements.in(file, segment.get());
        for (Optional<Element> next = parts.next(); next.isPresent(); next = parts.next()) {
            switch (next.get().id()) {
                case WebmElements.INFO -> metadata.info(next.get());
                case TAGS -> metadata.tags(next.get());
                default -> { }
            }
        }
    }

    private void info(Element info) throws IOException, BrokenFileException {
        Optional<Element> date = WebmElements.in(file, info).next(DATE);
        if (date.isPresent() && date.get().length() == 8) {
            long nanos = file.u32(date.get().data()) << 32 | file.u32(date.get().data() + 4);
            if (nanos != 0) {
                into.video().addWritten(EPOCH.plusNanos(nanos));
            }
        }
        Optional<Element> title = WebmElements.in(file, info).next(TITLE);
        if (title.isPresent()) {
            into.video().add("TITLE", text(title.get()));
        }
    }

    private void tags(Element tags) throws IOException, BrokenFileException {
        WebmElements groups = WebmElements.in(file, tags);
        int count = 0;
        for (Optional<Element> group = groups.next(TAG); group.isPresent() && count < MAX_TAGS; group = groups.next(TAG)) {
            WebmElements entries = WebmElements.in(file, group.get());
            for (Optional<Element> entry = entries.next(SIMPLE_TAG); entry.isPresent() && count < MAX_TAGS;
                    entry = entries.next(SIMPLE_TAG), count++) {
                Optional<Element> name = WebmElements.in(file, entry.get()).next(TAG_NAME);
                Optional<Element> text = WebmElements.in(file, entry.get()).next(TAG_TEXT);
                if (name.isPresent() && text.isPresent()) {
                    into.video().add(text(name.get()), text(text.get()));
                }
            }
        }
    }

    private String text(Element element) throws IOException, BrokenFileException {
        return new String(into.start(element.data(), element.length(), VideoNotes.MAX_TEXT * 4), StandardCharsets.UTF_8);
    }
}
