package dev.albumen.application.image;

import dev.albumen.domain.image.ColorName;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Orientation;
import dev.albumen.domain.shared.AlbumId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a list of images is narrowed by. What it looks at of an image that is not the viewer's to know, such as
 * another's camera, matches nothing there, negated or not. Bounds are {@code null} where there is none; the upper one is left out.
 */
public sealed interface Criterion {

    /** The negation. */
    record Not(Criterion criterion) implements Criterion {}

    /** Bears a tag, or one that lies in it. @param name a tag's normal form */
    record Tagged(String name) implements Criterion {}

    /**
     * Has a label that was accepted, or that is suggested where all that is known of the image is the viewer's to see.
     *
     * @param name a label's, in the normal form of tags
     */
    record Labelled(String name) implements Criterion {}

    /** Bears a tag that its owner has in a category of that name. */
    record Categorised(String name) implements Criterion {}

    /** Is among the viewer's favourites. */
    record Favorite() implements Criterion {}

    /** Is one of these. */
    record OfType(Set<MediaType> types) implements Criterion {

        public OfType {
            types = Set.copyOf(types);
        }
    }

    /** Is rated by the viewer with so many stars. */
    record Rated(int least, int most) implements Criterion {}

    /** @param status {@code pending}, {@code ready} or {@code failed} */
    record InState(String status) implements Criterion {}

    /** Was taken in a time. */
    record Taken(@Nullable Instant from, @Nullable Instant before) implements Criterion {}

    /**
     * Was made with a camera.
     *
     * @param exactly whether it is the camera's whole name; else each word begins a word of it
     */
    record Camera(String name, boolean exactly) implements Criterion {}

    /** The same for a lens. */
    record Lens(String name, boolean exactly) implements Criterion {}

    record Colored(ColorName color) implements Criterion {}

    record Shaped(Orientation orientation) implements Criterion {}

    /** Has so many pixels. */
    record Pixels(@Nullable Long least, @Nullable Long below) implements Criterion {}

    /** Has so many bytes. */
    record Bytes(@Nullable Long least, @Nullable Long below) implements Criterion {}

    /** Was taken within so many kilometres of a place (WGS 84). Images without a place are near to none. */
    record Near(double latitude, double longitude, double kilometres) implements Criterion {}

    /**
     * Was taken in a city, district, region or country. Images without a place were taken in none.
     *
     * @param exactly whether it is the whole name of one of these, or of a city with its country; else each word begins a word
     *     of any of them
     */
    record Located(String name, boolean exactly) implements Criterion {}

    /** Lies in an album that the viewer comes across. */
    record InAlbum(AlbumId album) implements Criterion {}

    /** The same by the beginning of the album's title. */
    record InAlbumTitled(String title) implements Criterion {}

    /** Is shown by a link of the viewer's that is not revoked, itself or in an album. */
    record Shared() implements Criterion {}

    /** Has these words in its title. */
    record Titled(String words) implements Criterion {}
}
