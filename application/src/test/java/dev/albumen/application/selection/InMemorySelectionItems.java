package dev.albumen.application.selection;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.share.InMemoryShareLinks;
import dev.albumen.application.share.InMemoryShareViews;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.selection.SelectionItem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps selections' pictures in memory. */
public final class InMemorySelectionItems implements SelectionItems {

    private final InMemoryTable<Key, SelectionItem> items;
    private final InMemorySelections selections;
    private final InMemoryShareLinks links;
    private final InMemoryShareViews views;

    private record Key(SelectionId selection, ImageId image) {}

    public InMemorySelectionItems(
            InMemoryTransactions transactions, InMemorySelections selections, InMemoryShareLinks links,
            InMemoryShareViews views, InMemoryImages images) {
        this.items = transactions.table();
        this.selections = selections;
        this.links = links;
        this.views = views;
        images.whenPurged(gone -> items.removeIf((key, item) -> key.image().equals(gone)));
        links.whenDeleted(gone -> items.removeIf((key, item) -> selections.find(key.selection()).isEmpty()));
    }

    private boolean shown(SelectionId selection, ImageId image) {
        return selections.find(selection).flatMap(one -> links.find(one.shareId()))
                .filter(link -> views.shows(link.resource(), image)).isPresent();
    }

    @Override
    public Optional<SelectionItem> find(SelectionId selection, ImageId image) {
        return items.find(new Key(selection, image)).filter(item -> shown(selection, image));
    }

    @Override
    public List<SelectionItem> all(SelectionId selection) {
        return items.all().entrySet().stream()
                .filter(entry -> entry.getKey().selection().equals(selection) && shown(selection, entry.getKey().image()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(SelectionItem::chosenAt).thenComparing(item -> item.imageId().toString()))
                .toList();
    }

    @Override
    public int count(SelectionId selection) {
        return all(selection).size();
    }

    @Override
    public void put(SelectionId selection, SelectionItem item) {
        items.put(new Key(selection, item.imageId()), item);
    }

    @Override
    public boolean remove(SelectionId selection, ImageId image) {
        return items.remove(new Key(selection, image));
    }
}
