package dev.albumen.application.selection;

import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.share.SelectionConfig;
import java.time.Instant;

/**
 * A selection as the link's owner sees it.
 *
 * @param status as it is shown now
 */
public record OwnedSelection(SelectionViews.Summary summary, Selection.Status status) {

    static OwnedSelection of(SelectionViews.Summary summary, SelectionConfig config, Instant now) {
        return new OwnedSelection(summary, summary.selection().shown(config, now));
    }
}
