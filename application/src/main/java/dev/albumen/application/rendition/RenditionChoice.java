package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the rendition that comes nearest to what is wanted. What is not there is made for the next who asks, and nobody
 * waits for it: an image is shown with what it has.
 */
public final class RenditionChoice {

    private final DerivedRenditions derived;
    private final Outdated outdated;

    public RenditionChoice(DerivedRenditions derived, Outdated outdated) {
        this.derived = derived;
        this.outdated = outdated;
    }

    /** @param formats best first */
    Recipe of(ImageViews.Delivery image, ImageStatus.Ready ready, RenditionSize size, List<RenditionFormat> formats) {
        outdated.notice(image.id(), ready);
        for (RenditionFormat format : formats) {
            Recipe recipe = Recipe.of(size, format);
            if (ready.renditions().contains(recipe.fileName()) || !format.madeAtOnce() && derived.ready(image, ready, recipe)) {
                return recipe;
            }
        }
        return substitute(ready, size, formats);
    }

    /** Of another version, or else of another format, or else of another size. */
    private static Recipe substitute(ImageStatus.Ready ready, RenditionSize size, List<RenditionFormat> formats) {
        Stream<Recipe> made = ready.renditions().stream().map(Recipe::parse).flatMap(Optional::stream);
        return made.min(Comparator.<Recipe>comparingInt(recipe -> distance(recipe.size(), size))
                        .thenComparingInt(recipe -> rank(recipe.format(), formats))
                        .thenComparing(Comparator.comparingInt(Recipe::version).reversed()))
                .orElseGet(() -> Recipe.of(size, RenditionFormat.JPEG));
    }

    /** A larger one is better than a smaller one. */
    private static int distance(RenditionSize made, RenditionSize wanted) {
        int steps = made.ordinal() - wanted.ordinal();
        return steps >= 0 ? steps : RenditionSize.values().length - steps;
    }

    private static int rank(RenditionFormat made, List<RenditionFormat> formats) {
        int at = formats.indexOf(made);
        return at >= 0 ? at : formats.size() + made.ordinal();
    }
}
