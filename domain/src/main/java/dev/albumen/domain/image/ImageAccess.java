package dev.albumen.domain.image;

import static dev.albumen.domain.image.ImageAction.DOWNLOAD_ORIGINAL;
import static dev.albumen.domain.image.ImageAction.FAVORITE;
import static dev.albumen.domain.image.ImageAction.LIKE;
import static dev.albumen.domain.image.ImageAction.RATE;
import static dev.albumen.domain.image.ImageAction.READ_COMMENTS;
import static dev.albumen.domain.image.ImageAction.SEE_DETAILS;
import static dev.albumen.domain.image.ImageAction.VIEW;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may do what to an image. Pure: everything that the answer hangs on is an argument. */
public final class ImageAccess {

    private ImageAccess() {}

    /**
     * What the policy looks at.
     *
     * @param reach what albums, or a review, make the viewer to the image
     * @param watermarked whether the image, or any album that holds it, asks for a mark
     */
    public record Facts(UserId ownerId, boolean ready, boolean trashed, Reach reach, boolean watermarked) {

        /** @param byAlbum whether any album that holds it asks for a mark */
        public static Facts of(Image image, Reach reach, boolean byAlbum) {
            return new Facts(image.ownerId(), image.ready(), image.trashed(), reach, image.watermark() || byAlbum);
        }
    }

    /**
     * Whether the viewer sees the image with its mark, and its original not at all. Everybody does but its owner: admins
     * too, who can take the mark away, which is on the record.
     */
    public static boolean marked(Viewer viewer, Facts image) {
        return image.watermarked() && !(viewer instanceof Viewer.Worker) && !viewer.user().equals(Optional.of(image.ownerId()));
    }

    /** Whether images are opened to the viewer by reviews: to moderators. Admins see them anyway. */
    public static boolean reviews(Viewer viewer) {
        return viewer.is(Role.MODERATOR) && !viewer.is(Role.ADMIN);
    }

    /** Everything that the viewer may do. */
    public static Set<ImageAction> allowed(Viewer viewer, Facts image) {
        Set<ImageAction> allowed = whateverTheMark(viewer, image);
        if (marked(viewer, image)) {
            allowed.remove(DOWNLOAD_ORIGINAL);
        }
        return allowed;
    }

    private static Set<ImageAction> whateverTheMark(Viewer viewer, Facts image) {
        return switch (viewer) {
            case Viewer.Worker worker -> EnumSet.allOf(ImageAction.class);
            case Viewer.Member member when owns(member, image) -> EnumSet.allOf(ImageAction.class);
            case Viewer.Member member -> toOthers(member, image);
            case Viewer.Anonymous anonymous -> visible(image) && image.reach() == Reach.PUBLIC
                    ? EnumSet.of(VIEW, READ_COMMENTS) : EnumSet.noneOf(ImageAction.class);
            // A link opens an image through its own share, never through the image itself.
            case Viewer.LinkHolder holder -> EnumSet.noneOf(ImageAction.class);
        };
    }

    /** Refuses what the viewer may not do: as missing where they may not even see it. */
    public static void require(Viewer viewer, Facts image, ImageAction action) {
        Set<ImageAction> allowed = allowed(viewer, image);
        if (!allowed.contains(VIEW)) {
            throw Refusal.notFound();
        }
        if (!allowed.contains(action) && whateverTheMark(viewer, image).contains(action)) {
            throw originalWatermarked();
        }
        if (!allowed.contains(action)) {
            throw new Refusal.Forbidden("image-not-yours", "You can see this image, but not do this to it.").thrown();
        }
    }

    /** What those get who would get the original if it were not for the mark. */
    public static RefusedException originalWatermarked() {
        return new Refusal.Forbidden("original-watermarked",
                "This image is shown with a watermark, so its original is its owner's alone.").thrown();
    }

    private static boolean owns(Viewer.Member member, Facts image) {
        return member.userId().equals(image.ownerId()) || member.role().atLeast(Role.ADMIN);
    }

    private static Set<ImageAction> toOthers(Viewer.Member member, Facts image) {
        if (!visible(image)) {
            return EnumSet.noneOf(ImageAction.class);
        }
        return switch (image.reach()) {
            case NONE -> EnumSet.noneOf(ImageAction.class);
            // To judge the picture by, and for nothing else: what is said of it is between those whom its owner lets in.
            case REVIEW -> reviews(member) ? EnumSet.of(VIEW) : EnumSet.noneOf(ImageAction.class);
            case PUBLIC -> EnumSet.of(VIEW, READ_COMMENTS, FAVORITE, LIKE, RATE);
            case MEMBER -> EnumSet.of(VIEW, READ_COMMENTS, FAVORITE, LIKE, RATE, SEE_DETAILS, DOWNLOAD_ORIGINAL);
        };
    }

    /** What is not shown yet, does not decode or lies in the trash is its owner's alone. */
    private static boolean visible(Facts image) {
        return image.ready() && !image.trashed();
    }
}
