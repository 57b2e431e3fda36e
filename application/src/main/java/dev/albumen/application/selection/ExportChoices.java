package dev.albumen.application.selection;

import dev.albumen.domain.shared.Viewer;
import java.util.stream.Stream;

/** Gives a link's owner all that was chosen, to be written as text. */
public final class ExportChoices {

    private final ChosenImages chosen;

    public ExportChoices(ChosenImages chosen) {
        this.chosen = chosen;
    }

    public record Query(ChosenImages.Asked asked) {}

    /** What was chosen, by file name. It is read as it is used, once. */
    public Stream<ChosenImages.Chosen> handle(Viewer viewer, Query query) {
        chosen.require(viewer, query.asked());
        return chosen.all(viewer, query.asked());
    }
}
