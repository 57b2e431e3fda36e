package dev.albumen.application.selection;

import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveNames;
import dev.albumen.application.rendition.ArchivedFile;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.rendition.PackedBytes;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.shared.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes what clients say into an archive of XMP sidecars, one beside each original's name. Where several clients chose a
 * picture, its sidecar has the most stars that any gave, the colour of that one or else of the first who gave any, and all
 * comments.
 */
public final class WriteSidecars {

    private final ChosenImages chosen;
    private final Archives archives;

    public WriteSidecars(ChosenImages chosen, Archives archives) {
        this.chosen = chosen;
        this.archives = archives;
    }

    public record Query(ChosenImages.Asked asked) {}

    public Archive handle(Viewer viewer, Query query) {
        chosen.require(viewer, query.asked());
        ArchiveNames names = new ArchiveNames();
        List<ArchivedFile> files = chosen.all(viewer, query.asked())
                .map(one -> ArchivedFile.of(names.unique(stem(one.filename()) + ".xmp"), PackedBytes.of(sidecar(one.choices()))))
                .toList();
        return archives.of(ArchiveChosen.TITLE + "-xmp", files);
    }

    private static byte[] sidecar(List<SelectionViews.Choice> choices) {
        List<Mark> marks = choices.stream().map(SelectionViews.Choice::mark)
                .sorted(Comparator.comparing((Mark mark) -> mark.stars() == null ? 0 : mark.stars()).reversed()).toList();
        Mark.@Nullable Color color = marks.stream().map(Mark::color).filter(Objects::nonNull).findFirst().orElse(null);
        List<String> comments = choices.stream()
                .filter(choice -> choice.comment() != null)
                .map(choice -> choice.name() == null || choices.size() == 1 ? choice.comment() : choice.name() + ": " + choice.comment())
                .toList();
        return Sidecar.of(marks.isEmpty() ? null : marks.getFirst().stars(), color, comments);
    }

    private static String stem(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot > 0 ? filename.substring(0, dot) : filename;
    }
}
