package dev.albumen.rest.selection;

import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Change;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What a link's owner says about choosing through it. */
final class SelectionConfigBodies {

    private SelectionConfigBodies() {}

    @Introspected
    @Schema(name = "SelectionConfigPatch", example = """
            {"enabled": true, "title": "Your favourites", "limit": 30, "requireName": true, "deadline": "2030-01-01T00:00:00Z"}""")
    record Patch(
            Change<Boolean> enabled, Change<String> title, Change<Integer> limit, Change<Boolean> allowComments,
            Change<Boolean> requireName, Change<Boolean> requireEmail, Change<Boolean> requirePhone, Change<Boolean> requireNote,
            Change<Instant> deadline) {

        SelectionConfig.Patch read() {
            return new SelectionConfig.Patch(enabled, title, limit, allowComments, requireName, requireEmail, requirePhone,
                    requireNote, deadline);
        }
    }
}
