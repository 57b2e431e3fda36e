package dev.albumen.application.image;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the images of a search have in common, counted.
 *
 * @param images how many were counted, at most {@value #MOST_IMAGES}: the newest
 * @param complete whether those were all
 * @param counts for each facet its most frequent values, at most {@value #MOST_VALUES}, the most frequent first; years and
 *     months with the latest first
 */
public record FacetCounts(int images, boolean complete, Map<Facet, List<Count>> counts) {

    public static final int MOST_IMAGES = 10_000;
    public static final int MOST_VALUES = 50;

    public FacetCounts {
        counts = Map.copyOf(counts);
    }

    /**
     * What is counted. Cameras and lenses of others' images count where the viewer sees how they were made, places where they
     * see where they were taken; ratings are the viewer's.
     */
    public enum Facet {
        CAMERA, LENS, TAG, YEAR, MONTH, TYPE, COLOR, RATING, ORIENTATION, PLACE;

        /** The name that clients see. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether its values have an order that is more useful than how frequent they are. */
        public boolean isTime() {
            return this == YEAR || this == MONTH;
        }
    }

    /**
     * @param value as {@code field:value} of a search takes it
     * @param images how many images have it
     */
    public record Count(String value, int images) {}
}
