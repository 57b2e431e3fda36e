package dev.albumen.rest.share.page;

import dev.albumen.application.image.ImageView;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.rest.image.ImageBodies;
import java.util.Locale;

/** Says which sizes of a picture there are, so that a browser takes the one that it needs. */
final class Pictures {

    /** Longest edges of the renditions. */
    static final int THUMBNAIL = 320;
    static final int PREVIEW = 1440;
    static final int LARGE = 2560;

    private Pictures() {}

    /** In a grid, whose rows are about as high as the style sheet says. */
    static Picture tile(ImageView view, ImageBodies.Urls urls, boolean atOnce) {
        Dimensions whole = view.image().dimensions();
        int thumbnail = whole.within(THUMBNAIL).width();
        int preview = whole.within(PREVIEW).width();
        boolean one = preview == thumbnail;
        return new Picture(classes(view.image()), urls.thumbnail(),
                one ? null : urls.thumbnail() + " " + thumbnail + "w, " + urls.preview() + " " + preview + "w",
                one ? null : (atOnce ? "" : "auto, ") + width(Math.clamp(Shapes.ratio(whole), 0.4, 3)),
                preview, whole.within(PREVIEW).height(), Words.alternative(view), atOnce ? "eager" : "lazy");
    }

    /** On a narrow screen few share a row, which grows by that. */
    private static String width(double ratio) {
        return String.format(Locale.ROOT, "(max-width: 30rem) min(92vw, %1$.2f * 14rem), calc(%1$.2f * (5rem + 9vw))", ratio);
    }

    /** As large as the window. */
    static Picture alone(ImageView view, ImageBodies.Urls urls) {
        Dimensions whole = view.image().dimensions();
        int thumbnail = whole.within(THUMBNAIL).width();
        int preview = whole.within(PREVIEW).width();
        int large = whole.within(LARGE).width();
        String sources = preview == thumbnail ? null
                : urls.thumbnail() + " " + thumbnail + "w, " + urls.preview() + " " + preview + "w"
                        + (large == preview ? "" : ", " + urls.large() + " " + large + "w");
        return new Picture(classes(view.image()), urls.preview(), sources,
                sources == null ? null : sizes(whole, large), large, whole.within(LARGE).height(), Words.alternative(view), "eager");
    }

    /** What stands where that picture will: the smallest, as wide as the other. */
    static Picture under(Picture alone, ImageView view, ImageBodies.Urls urls) {
        return new Picture(alone.classes(), urls.thumbnail(),
                urls.thumbnail() + " " + view.image().dimensions().within(THUMBNAIL).width() + "w", alone.sizes(), alone.width(),
                alone.height(), "", "eager");
    }

    /** Never wider than the picture is, so that none is shown larger than it is. */
    private static String sizes(Dimensions whole, int widest) {
        return String.format(Locale.ROOT, "min(100vw, %.3f * (100vh - 9.1rem), %dpx)", Shapes.ratio(whole), widest);
    }

    private static String classes(Image image) {
        return Shapes.classes(image.dimensions(), image.status() instanceof ImageStatus.Ready ready
                ? ready.appearance().dominantColor() : null);
    }
}
