package dev.albumen.application.selection;

import dev.albumen.application.rendition.Serving;
import dev.albumen.application.rendition.Servings;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;

/** Prints what was chosen through a link as a contact sheet, for the link's owner. */
public final class PrintContactSheet {

    private final ChosenImages chosen;
    private final Servings servings;
    private final BlobStore blobs;
    private final ContactSheets sheets;

    public PrintContactSheet(ChosenImages chosen, Servings servings, BlobStore blobs, ContactSheets sheets) {
        this.chosen = chosen;
        this.servings = servings;
        this.blobs = blobs;
        this.sheets = sheets;
    }

    public record Query(ChosenImages.Asked asked) {}

    /** Writes the sheet. */
    @FunctionalInterface
    public interface Sheet {

        void writeTo(OutputStream out) throws IOException;
    }

    public Sheet handle(Viewer viewer, Query query) {
        ShareLink link = chosen.require(viewer, query.asked());
        return out -> sheets.write("Selection " + link.id(),
                chosen.all(viewer, query.asked()).map(this::picture).iterator(), out);
    }

    private ContactSheets.Picture picture(ChosenImages.Chosen one) {
        return new ContactSheets.Picture(one.filename(), said(one), () -> thumbnail(one));
    }

    private Optional<BlobStore.Content> thumbnail(ChosenImages.Chosen one) {
        try {
            Serving serving = servings.of(one.image(), Wanted.asJpeg(Wanted.What.THUMBNAIL), one.shown());
            return serving.mediaType() == MediaType.JPEG ? blobs.open(serving.key()) : Optional.empty();
        } catch (RefusedException none) {
            return Optional.empty();
        }
    }

    private static String said(ChosenImages.Chosen one) {
        int stars = one.choices().stream().map(SelectionViews.Choice::mark).map(Mark::stars).filter(Objects::nonNull)
                .mapToInt(Integer::intValue).max().orElse(0);
        String times = one.choices().size() > 1 ? one.choices().size() + " × " : "";
        return times + "★".repeat(stars);
    }
}
