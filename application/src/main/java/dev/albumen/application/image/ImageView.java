package dev.albumen.application.image;

import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.Reach;
import java.util.List;

/**
 * An image as lists and pages show it.
 *
 * @param reach what albums make the viewer to it
 * @param favorite whether it is among the viewer's favourites
 */
public record ImageView(Image image, Reach reach, boolean favorite, List<Tag> tags) {

    /** @param source {@code user} or {@code labeler} */
    public record Tag(String name, String source) {}
}
