package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.storage.BlobKey;
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
 * waits for it: an image is shown with what it has. Only a size of which there is nothing yet is waited for.
 */
public final class RenditionChoice {

    private final DerivedRenditions derived;
    private final Outdated outdated;

    public RenditionChoice(DerivedRenditions derived, Outdated outdated) {
        this.derived = derived;
        this.outdated = outdated;
    }

    /**
     * What answers a wish; it exists.
     *
     * @param formats best first
     * @throws NotMadeYetException where it is yet to be made and that is not waited for
     */
    Recipe of(ImageViews.Delivery image, ImageStatus.Ready ready, RenditionSize wanted, List<RenditionFormat> formats,
            Patience patience) {
        outdated.notice(image.id(), ready);
        RenditionSize size = size(image, ready, wanted);
        int best = 0;
        while (best < formats.size() && !isThere(image, ready, Recipe.of(size, formats.get(best)), patience)) {
            best++;
        }
        if (best == formats.size() && size == RenditionSize.LARGE && !isMade(ready, size)) {
            return awaited(image, ready, formats, patience);
        }
        boolean coming = false;
        for (int better = 0; better < best && !coming; better++) {
            // one is enough: those who ask later get it, and nothing else is made for them
            coming = derived.begin(image, ready, Recipe.of(size, formats.get(better)));
        }
        return best < formats.size() ? Recipe.of(size, formats.get(best)) : substitute(ready, size, formats);
    }

    /** No larger than the picture needs, unless it was once made so. */
    private static RenditionSize size(ImageViews.Delivery image, ImageStatus.Ready ready, RenditionSize wanted) {
        RenditionSize sufficient = wanted.sufficientFor(image.dimensions());
        return sufficient != wanted && isMade(ready, wanted) ? wanted : sufficient;
    }

    private boolean isThere(ImageViews.Delivery image, ImageStatus.Ready ready, Recipe recipe, Patience patience) {
        return ready.renditions().contains(recipe.fileName()) || derived.ready(image, recipe)
                || patience.knows(() -> BlobKey.rendition(image.sha256(), recipe));
    }

    /** As what is soonest made and shows all of the picture; better formats are made for those who ask once it is there. */
    private Recipe awaited(
            ImageViews.Delivery image, ImageStatus.Ready ready, List<RenditionFormat> formats, Patience patience) {
        if (!patience.waits()) {
            throw new NotMadeYetException();
        }
        boolean jpegDoes = formats.contains(RenditionFormat.JPEG) && !ready.renditions().contains(Recipe.SHOWS_ALL.fileName());
        boolean webp = !jpegDoes && formats.contains(RenditionFormat.WEBP) && derived.writes(RenditionFormat.WEBP);
        Recipe recipe = Recipe.of(RenditionSize.LARGE, webp ? RenditionFormat.WEBP : RenditionFormat.JPEG);
        derived.require(image, ready, recipe);
        return recipe;
    }

    /** Of another version, or else of another format, or else of another size. */
    private static Recipe substitute(ImageStatus.Ready ready, RenditionSize size, List<RenditionFormat> formats) {
        return made(ready).min(Comparator.<Recipe>comparingInt(recipe -> distance(recipe.size(), size))
                        .thenComparingInt(recipe -> rank(recipe.format(), formats))
                        .thenComparing(Comparator.comparingInt(Recipe::version).reversed()))
                .orElseGet(() -> Recipe.of(size, RenditionFormat.JPEG));
    }

    private static boolean isMade(ImageStatus.Ready ready, RenditionSize size) {
        return made(ready).anyMatch(recipe -> recipe.size() == size);
    }

    private static Stream<Recipe> made(ImageStatus.Ready ready) {
        return ready.renditions().stream().map(Recipe::parse).flatMap(Optional::stream);
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
