package dev.albumen.rest.settings;

import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.shared.Change;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What one changes of how one's pictures are marked.
 *
 * @param text up to 64 characters; {@code null} for one's display name
 * @param position where the mark stands, unless it is tiled
 * @param opacity from 0.05 to 1
 * @param tiled whether it is repeated all over the picture
 */
@Introspected
@Schema(name = "WatermarkPatch", example = "{\"opacity\": 0.3, \"tiled\": true}")
record WatermarkPatch(
        Change<String> text, Change<MarkStyle.Position> position, Change<Double> opacity, Change<Boolean> tiled) {

    MarkStyle.Patch changes() {
        return new MarkStyle.Patch(text, position, opacity, tiled);
    }
}
