package dev.albumen.application.selection;

import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import java.util.List;
import java.util.Optional;

/** Clients' selections. They go with their link. */
public interface Selections {

    void add(Selection selection);

    /** The one that is resumed with this token, whatever its state. */
    Optional<Selection> find(Sha256 tokenHash);

    /** The selection, which nobody else changes until the caller's transaction ends. */
    Optional<Selection> lock(SelectionId id);

    /** All selections of a link, locked so, oldest first. */
    List<Selection> lockAll(ShareId share);

    /**
     * Keeps changed selections, which the caller has locked.
     *
     * @return the same with their new versions, in the same order
     */
    List<Selection> save(List<Selection> selections);

    /** The same for one. */
    default Selection save(Selection selection) {
        return save(List.of(selection)).getFirst();
    }
}
