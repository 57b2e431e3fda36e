package dev.albumen.application.selection;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Selections as the link's owner reads them: one statement a call, and nothing of pictures that the link does not show now. */
public interface SelectionViews {

    /** A page of a link's selections, newest first. */
    Page<Summary> list(ShareId share, PageRequest page);

    /** One selection of a link. */
    Optional<Summary> find(ShareId share, SelectionId selection);

    /** A page of the pictures that clients of a link have chosen, those first that most have. */
    Page<Chosen> overlap(ShareId share, PageRequest page);

    /**
     * A page of the pictures that clients of a link have chosen, by their file names, as the viewer may see them.
     *
     * @param selection that of one client; empty for everybody's
     */
    Page<ImageViews.Delivery> images(Viewer viewer, ShareId share, Optional<SelectionId> selection, PageRequest page);

    /** What clients of a link say about these pictures, by picture and in the order in which the selections began. */
    List<Choice> choices(ShareId share, Optional<SelectionId> selection, Set<ImageId> images);

    /**
     * @param chosen how many pictures
     * @param comments how many of them have a comment
     */
    record Summary(Selection selection, int chosen, int comments) {}

    /** @param clients how many have chosen it */
    record Chosen(ImageId image, int clients) {}

    /** @param name the client's, where they told it */
    record Choice(
            ImageId image, SelectionId selection, @Nullable String name, @Nullable String email, Selection.Status status,
            @Nullable String comment, Mark mark, Instant chosenAt) {
        @Override
        public String toString() {
            return "Choice[" + image + ", " + selection + "]";
        }
    }
}
