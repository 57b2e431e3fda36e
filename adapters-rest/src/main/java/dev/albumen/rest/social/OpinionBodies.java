package dev.albumen.rest.social;

import dev.albumen.domain.social.Stars;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/** What people say of images, as it goes in. */
final class OpinionBodies {

    private OpinionBodies() {}

    /** @param rating 1 to 5 stars */
    @Introspected
    @Schema(name = "NewRating", example = "{\"rating\": 4}")
    record Rating(@Schema(minimum = "1", maximum = "5") int rating) {

        Stars stars() {
            return Stars.chosen("/rating", rating);
        }
    }
}
