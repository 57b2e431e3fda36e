package dev.albumen.rest.image;

import dev.albumen.application.image.FacetCounts;
import dev.albumen.application.image.FacetCounts.Facet;
import dev.albumen.application.image.Suggestion;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What helps to find images. */
final class FindingBodies {

    private FindingBodies() {}

    @Serdeable.Serializable
    @Schema(name = "Facets", description = "What the images of a search have in common. Of more than 10,000 images, the newest "
            + "10,000 are counted, and `complete` is false. Each list has 50 values at most, the most frequent first; years and "
            + "months with the latest first.")
    record Facets(
            @Schema(example = "3") int images, boolean complete, List<Count> camera, List<Count> lens, List<Count> tag, List<Count> year,
            List<Count> month, List<Count> type, List<Count> color, List<Count> rating, List<Count> orientation,
            @Schema(description = "Countries, and cities with their country") List<Count> place) {

        static Facets of(FacetCounts counted) {
            return new Facets(counted.images(), counted.complete(), of(counted, Facet.CAMERA), of(counted, Facet.LENS),
                    of(counted, Facet.TAG), of(counted, Facet.YEAR), of(counted, Facet.MONTH), of(counted, Facet.TYPE),
                    of(counted, Facet.COLOR), of(counted, Facet.RATING), of(counted, Facet.ORIENTATION), of(counted, Facet.PLACE));
        }

        private static List<Count> of(FacetCounts counted, Facet facet) {
            return counted.counts().getOrDefault(facet, List.of()).stream()
                    .map(count -> new Count(count.value(), count.images())).toList();
        }
    }

    @Serdeable.Serializable
    @Schema(name = "FacetCount", description = "A value, as a field of the search text takes it, and how many images have it.")
    record Count(@Schema(example = "landscape") String value, @Schema(example = "2") int count) {}

    @Serdeable.Serializable
    @Schema(name = "Suggestions", description = "What somebody may be about to type, at most 5 of each kind.")
    record Suggestions(List<Suggested> items) {

        static Suggestions of(List<Suggestion> suggestions) {
            return new Suggestions(suggestions.stream().map(one ->
                    new Suggested(one.kind().label(), one.value(), one.images(), one.query())).toList());
        }
    }

    @Serdeable.Serializable
    @Schema(name = "Suggestion")
    record Suggested(
            @Schema(allowableValues = {"tag", "camera", "lens", "title", "place"}) String kind,
            @Schema(example = "low tide") String value,
            @Schema(example = "12", description = "How many of the images that were looked at have it") int count,
            @Schema(example = "tag:\"low tide\"", description = "The search text for it") String q) {}
}
