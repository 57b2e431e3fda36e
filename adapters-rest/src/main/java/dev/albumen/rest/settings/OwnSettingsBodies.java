package dev.albumen.rest.settings;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Change;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One's own settings as they go in and out. */
final class OwnSettingsBodies {

    private OwnSettingsBodies() {}

    /** @param watermark how one's pictures are marked; {@code null} for the way of the instance */
    @Serdeable.Serializable
    @Schema(name = "OwnSettings")
    record View(@Nullable WatermarkView watermark, NoticesView notices, long version) {

        static View of(UserSettings settings) {
            MarkStyle mark = settings.watermark();
            return new View(mark == null ? null : WatermarkView.of(mark), NoticesView.of(settings.quiet()), settings.version());
        }
    }

    /**
     * Of what one is told by mail, where this instance sends mails.
     *
     * @param opened that a link was opened for the first time
     * @param submitted that somebody has submitted a selection
     * @param contributed that images have come through a link
     * @param expiring that a link is about to expire
     */
    @Serdeable.Serializable
    @Schema(name = "Notices")
    record NoticesView(boolean opened, boolean submitted, boolean contributed, boolean expiring) {

        static NoticesView of(Set<NoticeKind> quiet) {
            return new NoticesView(!quiet.contains(NoticeKind.OPENED), !quiet.contains(NoticeKind.SUBMITTED),
                    !quiet.contains(NoticeKind.CONTRIBUTED), !quiet.contains(NoticeKind.EXPIRING));
        }
    }

    @Introspected
    @Schema(name = "NoticesPatch", example = "{\"opened\": false}")
    record NoticesPatch(Change<Boolean> opened, Change<Boolean> submitted, Change<Boolean> contributed, Change<Boolean> expiring) {

        static final NoticesPatch ALL = new NoticesPatch(Change.clear(), Change.clear(), Change.clear(), Change.clear());

        /** What is cleared is told, as without a choice. */
        Map<NoticeKind, Boolean> chosen() {
            Map<NoticeKind, Boolean> chosen = new EnumMap<>(NoticeKind.class);
            Map.of(NoticeKind.OPENED, opened, NoticeKind.SUBMITTED, submitted, NoticeKind.CONTRIBUTED, contributed,
                    NoticeKind.EXPIRING, expiring).forEach((kind, change) -> {
                        if (!(change instanceof Change.Keep<Boolean>)) {
                            chosen.put(kind, change.orKeep(true, true));
                        }
                    });
            return chosen;
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
    record Patch(
            @Schema(implementation = WatermarkPatch.class, nullable = true, requiredMode = NOT_REQUIRED) Change<WatermarkPatch> watermark,
            @Schema(implementation = NoticesPatch.class, nullable = true, requiredMode = NOT_REQUIRED) Change<NoticesPatch> notices) {

        Map<NoticeKind, Boolean> noticesChosen() {
            return switch (notices) {
                case Change.Keep<NoticesPatch> keep -> Map.of();
                case Change.Clear<NoticesPatch> clear -> NoticesPatch.ALL.chosen();
                case Change.To<NoticesPatch>(NoticesPatch patch) -> patch.chosen();
            };
        }

        Change<MarkStyle.Patch> changes() {
            return watermark.map(WatermarkPatch::changes);
        }
    }
}
