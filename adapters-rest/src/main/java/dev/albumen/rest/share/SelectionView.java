package dev.albumen.rest.share;

import dev.albumen.domain.share.SelectionConfig;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a link's owner has said about choosing through it.
 *
 * @param limit {@code null} for none
 */
@Serdeable.Serializable
@Schema(name = "SelectionConfig")
public record SelectionView(
        boolean enabled, @Nullable String title, @Nullable Integer limit, boolean allowComments, boolean requireName,
        boolean requireEmail, boolean requirePhone, boolean requireNote, @Nullable Instant deadline) {

    public static SelectionView of(SelectionConfig config) {
        return new SelectionView(config.enabled(), config.title(), config.limit(), config.allowComments(), config.requireName(),
                config.requireEmail(), config.requirePhone(), config.requireNote(), config.deadline());
    }
}
