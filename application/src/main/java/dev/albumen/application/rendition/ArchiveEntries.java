package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.image.ImageId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Walks through entries that are read some at a time. */
public final class ArchiveEntries implements Iterable<Archive.Entry> {

    private static final int BATCH = 200;

    private final Source source;
    private final Function<ImageViews.Delivery, Archive.Entry> shown;

    /** @param shown what of an image goes into the archive */
    public ArchiveEntries(Source source, Function<ImageViews.Delivery, Archive.Entry> shown) {
        this.source = source;
        this.shown = shown;
    }

    /** Reads the entries after an image's place, at most so many. */
    @FunctionalInterface
    public interface Source {

        List<ImageViews.Delivery> next(Optional<ImageId> after, int limit);
    }

    @Override
    public Iterator<Archive.Entry> iterator() {
        return new Iterator<>() {
            private Iterator<ImageViews.Delivery> batch = List.<ImageViews.Delivery>of().iterator();
            private Optional<ImageId> last = Optional.empty();
            private boolean more = true;

            @Override
            public boolean hasNext() {
                if (!batch.hasNext() && more) {
                    List<ImageViews.Delivery> read = source.next(last, BATCH);
                    more = read.size() == BATCH;
                    batch = read.iterator();
                }
                return batch.hasNext();
            }

            @Override
            public Archive.Entry next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ImageViews.Delivery image = batch.next();
                last = Optional.of(image.id());
                return shown.apply(image);
            }
        };
    }
}
