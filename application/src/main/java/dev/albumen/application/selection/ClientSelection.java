package dev.albumen.application.selection;

import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionItem;
import dev.albumen.domain.share.SelectionConfig;
import java.time.Instant;
import java.util.List;

/**
 * A selection as its client sees it.
 *
 * @param status as it is shown now
 * @param items in the order in which they were chosen
 */
public record ClientSelection(
        Selection selection, SelectionConfig config, Selection.Status status, List<SelectionItem> items) {

    static ClientSelection of(Selection selection, SelectionConfig config, List<SelectionItem> items, Instant now) {
        return new ClientSelection(selection, config, selection.shown(config, now), items);
    }
}
