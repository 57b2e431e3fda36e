package dev.albumen.application.selection;

import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveEntries;
import dev.albumen.application.rendition.ArchiveSize;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.rendition.Asker;
import dev.albumen.domain.shared.Viewer;

/** Makes an archive of the originals that were chosen through a link, for its owner. */
public final class ArchiveChosen {

    static final String TITLE = "selection";

    private final ChosenImages chosen;
    private final Archives archives;

    public ArchiveChosen(ChosenImages chosen, Archives archives) {
        this.chosen = chosen;
        this.archives = archives;
    }

    /** @param asker nothing more is made for them once they are gone */
    public record Query(ChosenImages.Asked asked, Asker asker) {}

    public Archive handle(Viewer viewer, Query query) {
        chosen.require(viewer, query.asked());
        return archives.of(TITLE,
                new ArchiveEntries(page -> chosen.page(viewer, query.asked(), page),
                        image -> new Archive.Entry(image, ChosenImages.shown(viewer, image))),
                ArchiveSize.ORIGINAL, query.asker());
    }
}
