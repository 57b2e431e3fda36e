package dev.albumen.rest.image;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Images beside others that look like them. */
final class SimilarImageBodies {

    private SimilarImageBodies() {}

    /** @param distance how many of 64 bits differ */
    @Serdeable.Serializable
    @Schema(name = "SimilarImage", description = "An image, and how many of 64 bits its looks differ in.")
    record Similar(@JsonUnwrapped ImageBodies.View image, int distance) {}

    /**
     * @param imageCount how many there are
     * @param images the first 25 of them
     */
    @Serdeable.Serializable
    @Schema(name = "DuplicateGroup", description = "Images that are nearly the same: how many, and the first 25 of them.")
    record Group(int imageCount, List<ImageBodies.View> images) {}
}
