package dev.albumen.application.selection;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.rendition.Disclosure;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks through what was chosen through a link, by file name, a page at a time, for those who manage the link. */
public final class ChosenImages {

    private final Transactions transactions;
    private final ManagedLinks links;
    private final SelectionViews views;

    public ChosenImages(Transactions transactions, ManagedLinks links, SelectionViews views) {
        this.transactions = transactions;
        this.links = links;
        this.views = views;
    }

    /** @param selection one client's; empty for everybody's */
    public record Asked(ShareId share, Optional<SelectionId> selection) {}

    /**
     * A picture, with what clients say about it.
     *
     * @param filename the file's own where the viewer may know it, otherwise the picture's id
     * @param choices never empty
     */
    public record Chosen(ImageViews.Delivery image, String filename, Disclosure shown, List<SelectionViews.Choice> choices) {}

    /** The link, if the viewer may ask that of it. */
    ShareLink require(Viewer viewer, Asked asked) {
        return transactions.read(() -> {
            ShareLink link = links.require(viewer, asked.share());
            if (asked.selection().isPresent()) {
                views.find(asked.share(), asked.selection().get()).orElseThrow(Refusal::notFound);
            }
            return link;
        });
    }

    Page<ImageViews.Delivery> page(Viewer viewer, Asked asked, PageRequest page) {
        return views.images(viewer, asked.share(), asked.selection(), page);
    }

    static Disclosure shown(Viewer viewer, ImageViews.Delivery image) {
        Set<ImageAction> allowed = ImageAccess.allowed(viewer, image.facts());
        return new Disclosure(allowed.contains(ImageAction.SEE_DETAILS), allowed.contains(ImageAction.SEE_PLACE),
                ImageAccess.marked(viewer, image.facts()));
    }

    /** All of it, read as it is walked through. */
    Stream<Chosen> all(Viewer viewer, Asked asked) {
        Iterable<List<Chosen>> pages = () -> new Walk(viewer, asked);
        return StreamSupport.stream(pages.spliterator(), false).flatMap(List::stream);
    }

    private final class Walk implements Iterator<List<Chosen>> {

        private final Viewer viewer;
        private final Asked asked;
        private Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));

        Walk(Viewer viewer, Asked asked) {
            this.viewer = viewer;
            this.asked = asked;
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public List<Chosen> next() {
            PageRequest wanted = next.orElseThrow(NoSuchElementException::new);
            return transactions.read(() -> {
                Page<ImageViews.Delivery> page = page(viewer, asked, wanted);
                next = page.next().map(place -> new PageRequest(PageRequest.MAX_LIMIT, Optional.of(place)));
                Map<ImageId, List<SelectionViews.Choice>> choices = views
                        .choices(asked.share(), asked.selection(),
                                page.items().stream().map(ImageViews.Delivery::id).collect(Collectors.toSet()))
                        .stream().collect(Collectors.groupingBy(SelectionViews.Choice::image));
                return page.items().stream().map(image -> chosen(viewer, image, choices)).toList();
            });
        }
    }

    private static Chosen chosen(
            Viewer viewer, ImageViews.Delivery image, Map<ImageId, List<SelectionViews.Choice>> choices) {
        Disclosure shown = shown(viewer, image);
        String filename = shown.details() ? image.filename() : image.id() + "." + image.mediaType().extension();
        return new Chosen(image, filename, shown, choices.getOrDefault(image.id(), List.of()));
    }
}
