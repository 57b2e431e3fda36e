package dev.albumen.bootstrap.bench.imaging;

import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The renditions that everybody makes: those that Albumen makes of every picture at once, in its qualities. */
final class Outputs {

    static final int QUALITY = 80;
    static final int WEBP_EFFORT = 2;
    static final String PREVIEW = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG).fileName();

    private static final Set<Recipe> RECIPES = Recipe.madeAtOnce(Set.of(RenditionFormat.values()));

    private Outputs() {}

    /** The sizes that are made, the largest first. */
    static List<RenditionSize> sizes() {
        return RECIPES.stream().map(Recipe::size).distinct()
                .sorted(Comparator.comparingInt(RenditionSize::longestEdge).reversed())
                .toList();
    }

    static List<Recipe> of(RenditionSize size) {
        return RECIPES.stream().filter(recipe -> recipe.size() == size).sorted(Comparator.comparing(Recipe::format)).toList();
    }

    /** As {@code render.mjs} reads it. */
    static Map<String, Object> told() {
        return Map.of(
                "sizes", sizes().stream().map(size -> Map.of(
                        "edge", size.longestEdge(),
                        "outputs", of(size).stream()
                                .map(recipe -> Map.of("name", recipe.fileName(), "format", recipe.format().name()))
                                .toList())).toList(),
                "settings", Map.of(
                        "jpeg", Map.of("quality", QUALITY, "optimiseCoding", true),
                        "webp", Map.of("quality", QUALITY, "effort", WEBP_EFFORT)));
    }
}
