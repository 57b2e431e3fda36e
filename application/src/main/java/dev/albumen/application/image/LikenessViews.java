package dev.albumen.application.image;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;

/**
 * Images that look alike, by their difference hashes: ready ones, out of the trash. Each call is one statement, never shows an
 * image that the viewer may not see, and does bounded work, however many images share one hash.
 */
public interface LikenessViews {

    /** Of a group's images, so many are shown. */
    int MOST_SHOWN = 25;

    /** How many hashes near a given one are looked at; the nearest are. */
    int MOST_HASHES = 1000;

    /** How many of others' images with one hash are looked at. */
    int MOST_OF_OTHERS_ALIKE = 100;

    /** How many of others' images with any hash are looked at; the nearest are. */
    int MOST_OF_OTHERS = 1000;

    /**
     * A page of what looks like this, nearest first, then by id: the viewer's own images, and of others' those that the viewer
     * can come across, which excludes what only an unlisted album shows. Raw metadata is left out.
     *
     * @param except the image that is compared
     * @param maxDistance bits that may differ, 0 to {@code SimilarityLimits.MAX_DISTANCE}
     */
    Page<Likeness> similar(Viewer viewer, ImageId except, DifferenceHash hash, int maxDistance, PageRequest page);

    /**
     * A page of the user's groups of two or more images that differ from the group's centre, which is the look of the image
     * that came first, in at most {@code SimilarityLimits.DUPLICATE_DISTANCE} bits. The group that began last comes first.
     */
    Page<Group> duplicates(UserId owner, PageRequest page);

    /** @param distance bits that differ */
    record Likeness(ImageView view, int distance) {}

    /**
     * Near-identical images.
     *
     * @param imageCount how many they are
     * @param images the first {@value #MOST_SHOWN} of them, by id
     */
    record Group(int imageCount, List<ImageView> images) {

        public Group {
            images = List.copyOf(images);
        }
    }
}
