package dev.albumen.rest.settings;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Change;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One's own settings as they go in and out. */
final class OwnSettingsBodies {

    private OwnSettingsBodies() {}

    /** @param watermark how one's pictures are marked; {@code null} for the way of the instance */
    @Serdeable.Serializable
    @Schema(name = "OwnSettings")
    record View(@Nullable WatermarkView watermark, long version) {

        static View of(UserSettings settings) {
            MarkStyle mark = settings.watermark();
            return new View(mark == null ? null : WatermarkView.of(mark), settings.version());
        }
    }

    /**
     * @param text {@code null} for one's display name
     * @param logo where the picture is that is shown instead of the text; {@code null} where there is none
     */
    @Serdeable.Serializable
    @Schema(name = "Watermark")
    record WatermarkView(@Nullable String text, String position, double opacity, boolean tiled, @Nullable String logo) {

        static WatermarkView of(MarkStyle mark) {
            return new WatermarkView(mark.text(), Labels.of(mark.position()), mark.opacity(), mark.tiled(),
                    mark.logo() == null ? null : OwnLogoController.PATH);
        }
    }

    @Introspected
    @Schema(name = "OwnSettingsPatch",
            example = "{\"watermark\": {\"text\": \"© Ada\", \"position\": \"bottom-right\", \"opacity\": 0.5, \"tiled\": false}}")
    record Patch(@Schema(implementation = WatermarkPatch.class, nullable = true, requiredMode = NOT_REQUIRED) Change<WatermarkPatch> watermark) {

        Change<MarkStyle.Patch> changes() {
            return watermark.map(WatermarkPatch::changes);
        }
    }
}
