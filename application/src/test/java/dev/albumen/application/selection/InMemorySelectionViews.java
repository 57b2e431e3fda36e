package dev.albumen.application.selection;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.image.InMemoryImageViews;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads selections in memory. */
public final class InMemorySelectionViews implements SelectionViews {

    private final InMemorySelections selections;
    private final InMemorySelectionItems items;
    private final InMemoryImageViews images;

    public InMemorySelectionViews(InMemorySelections selections, InMemorySelectionItems items, InMemoryImageViews images) {
        this.selections = selections;
        this.items = items;
        this.images = images;
    }

    @Override
    public Page<Summary> list(ShareId share, PageRequest page) {
        return InMemoryPages.cut(selections.of(share).map(this::summary).toList().reversed(), page,
                summary -> summary.selection().id().toString());
    }

    @Override
    public Optional<Summary> find(ShareId share, SelectionId selection) {
        return selections.of(share).filter(one -> one.id().equals(selection)).findFirst().map(this::summary);
    }

    private Summary summary(Selection selection) {
        return new Summary(selection, items.count(selection.id()),
                Math.toIntExact(items.all(selection.id()).stream().filter(item -> item.comment() != null).count()));
    }

    @Override
    public Page<Chosen> overlap(ShareId share, PageRequest page) {
        List<Chosen> chosen = all(share, Optional.empty()).collect(Collectors.groupingBy(Choice::image)).entrySet().stream()
                .map(entry -> new Chosen(entry.getKey(), entry.getValue().size()))
                .sorted(Comparator.comparing(Chosen::clients).thenComparing(one -> one.image().toString()).reversed())
                .toList();
        return InMemoryPages.cut(chosen, page, one -> one.image().toString());
    }

    @Override
    public Page<ImageViews.Delivery> images(Viewer viewer, ShareId share, Optional<SelectionId> selection, PageRequest page) {
        List<ImageViews.Delivery> found = all(share, selection).map(Choice::image).distinct()
                .map(id -> images.delivery(viewer, id).orElseThrow())
                .sorted(Comparator.comparing(ImageViews.Delivery::filename).thenComparing(image -> image.id().toString()))
                .toList();
        return InMemoryPages.cut(found, page, image -> image.id().toString());
    }

    @Override
    public List<Choice> choices(ShareId share, Optional<SelectionId> selection, Set<ImageId> wanted) {
        return all(share, selection).filter(choice -> wanted.contains(choice.image()))
                .sorted(Comparator.comparing((Choice choice) -> choice.image().toString())
                        .thenComparing(choice -> choice.selection().toString()))
                .toList();
    }

    private Stream<Choice> all(ShareId share, Optional<SelectionId> wanted) {
        return selections.of(share).filter(one -> wanted.isEmpty() || wanted.get().equals(one.id()))
                .flatMap(one -> items.all(one.id()).stream().map(item -> new Choice(item.imageId(), one.id(),
                        one.contact().name(), one.contact().email(), one.status(), item.comment(), item.mark(), item.chosenAt())));
    }
}
