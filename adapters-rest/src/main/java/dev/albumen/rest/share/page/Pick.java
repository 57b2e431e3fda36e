package dev.albumen.rest.share.page;

import dev.albumen.domain.image.ImageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a picture is chosen, and what changes that.
 *
 * @param action where forms go; {@code null} where it can no longer be changed
 * @param album of a project, on whose page it is; {@code null} where that is the link's own
 * @param said {@code null} where it is not chosen
 */
record Pick(@Nullable String action, @Nullable String album, Choosing.@Nullable Said said, boolean commentable) {

    static final List<String> COLORS = List.of("red", "yellow", "green", "blue", "purple");

    /** {@code null} where there is nothing to choose, or it is full and this one is not chosen. */
    static @Nullable Pick of(Choosing.@Nullable Choice choice, Place place, ImageId image) {
        if (choice == null || choice.key() == null) {
            return null;
        }
        Choosing.Said said = choice.chosen().get(image.value());
        if (said == null && (!choice.open() || choice.full())) {
            return null;
        }
        return new Pick(choice.open() ? "/s/" + place.token() + "/selection/images/" + image : null,
                place.album() == null ? null : place.album().toString(), said, choice.allowComments());
    }

    boolean chosen() {
        return said != null;
    }

    String classes() {
        return chosen() ? "pick chosen" : "pick";
    }

    boolean starred(int stars) {
        return said != null && said.stars() != null && said.stars() == stars;
    }

    boolean unstarred() {
        return said == null || said.stars() == null;
    }

    boolean colored(@Nullable String color) {
        return said != null && (color == null ? said.color() == null : color.equals(said.color()));
    }

    String comment() {
        return said == null || said.comment() == null ? "" : said.comment();
    }
}
