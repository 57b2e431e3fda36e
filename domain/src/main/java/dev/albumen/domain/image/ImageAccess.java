package dev.albumen.domain.image;

import static dev.albumen.domain.image.ImageAction.DOWNLOAD_ORIGINAL;
import static dev.albumen.domain.image.ImageAction.FAVORITE;
import static dev.albumen.domain.image.ImageAction.SEE_DETAILS;
import static dev.albumen.domain.image.ImageAction.VIEW;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.EnumSet;
import java.util.Set;

/** Who may do what to an image. Pure: everything that the answer hangs on is an argument. */
public final class ImageAccess {

    private ImageAccess() {}

    /**
     * What the policy looks at.
     *
     * @param reach what albums make the viewer to the image
     */
    public record Facts(UserId ownerId, boolean ready, boolean trashed, Reach reach) {

        public static Facts of(Image image, Reach reach) {
            return new Facts(image.ownerId(), image.ready(), image.trashed(), reach);
        }
    }

    /** Everything that the viewer may do. */
    public static Set<ImageAction> allowed(Viewer viewer, Facts image) {
        return switch (viewer) {
            case Viewer.Worker worker -> EnumSet.allOf(ImageAction.class);
            case Viewer.Member member when owns(member, image) -> EnumSet.allOf(ImageAction.class);
            case Viewer.Member member -> toOthers(image);
            case Viewer.Anonymous anonymous -> visible(image) && image.reach() == Reach.PUBLIC
                    ? EnumSet.of(VIEW) : EnumSet.noneOf(ImageAction.class);
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
        if (!allowed.contains(action)) {
            throw new Refusal.Forbidden("image-not-yours", "You can see this image, but not do this to it.").thrown();
        }
    }

    private static boolean owns(Viewer.Member member, Facts image) {
        return member.userId().equals(image.ownerId()) || member.role().atLeast(Role.ADMIN);
    }

    private static Set<ImageAction> toOthers(Facts image) {
        if (!visible(image)) {
            return EnumSet.noneOf(ImageAction.class);
        }
        return switch (image.reach()) {
            case NONE -> EnumSet.noneOf(ImageAction.class);
            case PUBLIC -> EnumSet.of(VIEW, FAVORITE);
            case MEMBER -> EnumSet.of(VIEW, FAVORITE, SEE_DETAILS, DOWNLOAD_ORIGINAL);
        };
    }

    /** What is not shown yet, does not decode or lies in the trash is its owner's alone. */
    private static boolean visible(Facts image) {
        return image.ready() && !image.trashed();
    }
}
