package dev.albumen.application.image;

import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An image as lists and pages show it.
 *
 * @param reach what albums, or a review, make the viewer to it
 * @param favorite whether it is among the viewer's favourites
 * @param opinions what people say of it
 */
public record ImageView(Image image, Reach reach, boolean favorite, Opinions opinions, List<Tag> tags) {

    /**
     * @param source {@code user} or {@code labeler}
     * @param category the name of its owner's category that it is in, or else of the labeler's; {@code null} for none
     * @param seen by which labeler; {@code null} where a user gave it
     */
    public record Tag(String name, String source, @Nullable String category, @Nullable Seen seen) {

        /** A user's. */
        public Tag(String name, String source, @Nullable String category) {
            this(name, source, category, null);
        }
    }

    /**
     * @param provider such as {@code offline}
     * @param confidencePerMille how sure it was, in thousandths
     */
    public record Seen(String provider, int confidencePerMille) {}

    /**
     * @param likeCount how many users like it
     * @param liked whether the viewer does
     * @param rating the viewer's own, 1 to 5; {@code null} where they have not rated it
     * @param commentCount how many comments everybody sees who sees it
     */
    public record Opinions(int likeCount, boolean liked, @Nullable Integer rating, int commentCount) {

        public static final Opinions NONE = new Opinions(0, false, null, 0);
    }

    /** The same without what the viewer may not know of it. */
    public ImageView shownTo(Viewer viewer) {
        Set<ImageAction> allowed = ImageAccess.allowed(viewer, ImageAccess.Facts.of(image, reach, false));
        ImageView shown = disclosed(allowed.contains(ImageAction.SEE_DETAILS), allowed.contains(ImageAction.SEE_PLACE));
        // How much is said of it is part of what is said.
        return allowed.contains(ImageAction.READ_COMMENTS) ? shown : new ImageView(shown.image(), reach, false, Opinions.NONE, tags);
    }

    /** The same with only what is disclosed; see {@link Image#disclosed}. */
    public ImageView disclosed(boolean details, boolean place) {
        return details && place ? this : new ImageView(image.disclosed(details, place), reach, favorite, opinions, tags);
    }
}
