package dev.albumen.application.selection;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.selection.SelectionItem;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of selections. One that the selection's link does not show any more is as if it had not been chosen, until
 * the link shows it again.
 */
public interface SelectionItems {

    Optional<SelectionItem> find(SelectionId selection, ImageId image);

    /** All of a selection, in the order in which they were chosen. */
    List<SelectionItem> all(SelectionId selection);

    /** How many {@link #all} are. */
    int count(SelectionId selection);

    /** Adds a picture, or takes the place of what was said about it. */
    void put(SelectionId selection, SelectionItem item);

    /** Whether there was such a picture, shown or not. */
    boolean remove(SelectionId selection, ImageId image);
}
