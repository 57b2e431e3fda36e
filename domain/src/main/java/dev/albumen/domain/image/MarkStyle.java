package dev.albumen.domain.image;

import dev.albumen.domain.image.Watermark.Motif;
import dev.albumen.domain.image.Watermark.Place;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * How the pictures of somebody, or of everybody, are marked.
 *
 * @param text {@code null} for the name of each picture's owner
 * @param position where the mark stands unless it is tiled
 * @param opacity as in {@link Watermark}
 * @param tiled whether it is repeated all over the picture
 * @param logo the content of a PNG file that takes the text's place; {@code null} for the text
 */
public record MarkStyle(@Nullable String text, Position position, double opacity, boolean tiled, @Nullable Sha256 logo) {

    /** What there is without settings. */
    public static final MarkStyle DEFAULT = new MarkStyle(null, Position.BOTTOM_RIGHT, Watermark.DEFAULT_OPACITY, false, null);
    /** Instead of names that cannot be marks. */
    private static final String NAMELESS = "©";

    public MarkStyle {
        if (!Watermark.isOpacity(opacity) || text != null && !Watermark.isText(text)) {
            throw new IllegalArgumentException("no mark is like this: " + text + ", " + opacity);
        }
    }

    /** Where a mark can stand that is not repeated. */
    public enum Position {
        TOP_LEFT, TOP, TOP_RIGHT, LEFT, CENTER, RIGHT, BOTTOM_LEFT, BOTTOM, BOTTOM_RIGHT;

        private Place place() {
            return Place.valueOf(name());
        }
    }

    /** What may be changed; what is cleared goes back to {@link #DEFAULT}. */
    public record Patch(Change<String> text, Change<Position> position, Change<Double> opacity, Change<Boolean> tiled) {}

    /**
     * The same style with the changes.
     *
     * @param pointer to the patch, for refusals
     */
    public MarkStyle changed(Patch patch, String pointer) {
        double covering = patch.opacity().orKeep(opacity, DEFAULT.opacity());
        if (!Watermark.isOpacity(covering)) {
            throw Refusal.invalid(pointer + "/opacity", "out-of-range",
                    "An opacity is a number from " + Watermark.MIN_OPACITY + " to 1.");
        }
        Change<String> line = patch.text().map(written -> Text.line(pointer + "/text", written, Watermark.MAX_TEXT));
        return new MarkStyle(line.orKeep(text, DEFAULT.text()), patch.position().orKeep(position, DEFAULT.position()),
                covering, patch.tiled().orKeep(tiled, DEFAULT.tiled()), logo);
    }

    /** The same style with a logo. */
    public MarkStyle withLogo(Sha256 content) {
        return new MarkStyle(text, position, opacity, tiled, content);
    }

    /** The same style without one. */
    public MarkStyle withoutLogo() {
        return new MarkStyle(text, position, opacity, tiled, null);
    }

    /** The mark for a picture of somebody so called. */
    public Watermark of(String ownerName) {
        Place place = tiled ? Place.TILED : position.place();
        return logo != null
                ? new Watermark(new Motif.Logo(logo), place, opacity, Watermark.DEFAULT_LOGO_SIZE)
                : new Watermark(text == null ? markable(ownerName) : text, place, opacity, Watermark.DEFAULT_TEXT_SIZE);
    }

    /**
     * The same, with the name of whoever sees the picture. It stands first, so that it is never cut, and in place of a logo,
     * which would say nothing of them.
     *
     * @param seenBy of at most {@link Watermark#MAX_TEXT} characters; {@code null} for nobody in particular
     */
    public Watermark of(String ownerName, @Nullable String seenBy) {
        if (seenBy == null) {
            return of(ownerName);
        }
        String line = seenBy + " · " + (text == null || logo != null ? ownerName : text);
        return new Watermark(markable(line), tiled ? Place.TILED : position.place(), opacity, Watermark.DEFAULT_TEXT_SIZE);
    }

    private static String markable(String name) {
        int end = name.offsetByCodePoints(0, Math.min(name.codePointCount(0, name.length()), Watermark.MAX_TEXT));
        String cut = name.substring(0, end).strip();
        return Watermark.isText(cut) ? cut : NAMELESS;
    }
}
