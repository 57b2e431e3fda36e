package dev.albumen.domain.image;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far an image has come. */
public sealed interface ImageStatus {

    /** Uploaded and safe; its renditions are yet to be made. */
    record Pending() implements ImageStatus {}

    /**
     * Shown to everybody who may see it.
     *
     * @param renditions the names of the files that were made of it
     * @param video {@code null} for a picture that does not move on a timeline of its own
     */
    record Ready(Appearance appearance, Set<String> renditions, @Nullable Video video) implements ImageStatus {
        public Ready {
            renditions = Set.copyOf(renditions);
        }

        /** A picture. */
        public Ready(Appearance appearance, Set<String> renditions) {
            this(appearance, renditions, null);
        }
    }

    /**
     * Could not be made into a picture. Only its owner ever sees it.
     *
     * @param code stable, kebab-case
     * @param reason a sentence for people
     */
    record Failed(String code, String reason) implements ImageStatus {}

    /** The name that clients see. */
    default String label() {
        return switch (this) {
            case Pending pending -> "pending";
            case Ready ready -> "ready";
            case Failed failed -> "failed";
        };
    }
}
