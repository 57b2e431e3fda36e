package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Walks through entries that are read a page at a time. */
public final class ArchiveEntries implements Iterable<Archive.Entry> {

    private final Function<PageRequest, Page<ImageViews.Delivery>> source;
    private final Function<ImageViews.Delivery, Archive.Entry> shown;

    /**
     * @param source reads one page of the images
     * @param shown what of an image goes into the archive
     */
    public ArchiveEntries(
            Function<PageRequest, Page<ImageViews.Delivery>> source, Function<ImageViews.Delivery, Archive.Entry> shown) {
        this.source = source;
        this.shown = shown;
    }

    @Override
    public Iterator<Archive.Entry> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<Archive.Entry> {

        private Iterator<ImageViews.Delivery> read;
        private Optional<PageRequest> following;

        Walk() {
            this.read = read(PageRequest.first(PageRequest.MAX_LIMIT));
        }

        @Override
        public boolean hasNext() {
            while (!read.hasNext() && following.isPresent()) {
                read = read(following.get());
            }
            return read.hasNext();
        }

        @Override
        public Archive.Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return shown.apply(read.next());
        }

        private Iterator<ImageViews.Delivery> read(PageRequest wanted) {
            Page<ImageViews.Delivery> page = source.apply(wanted);
            following = page.next().map(place -> new PageRequest(PageRequest.MAX_LIMIT, Optional.of(place)));
            return page.items().iterator();
        }
    }
}
