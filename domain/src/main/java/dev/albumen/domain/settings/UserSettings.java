package dev.albumen.domain.settings;

import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has decided for themselves.
 *
 * @param watermark how their pictures are marked; {@code null} for the way of the instance
 * @param version counts changes, from 1
 */
public record UserSettings(UserId userId, @Nullable MarkStyle watermark, long version) {

    /** Of somebody who has decided nothing yet. */
    public static UserSettings initial(UserId userId) {
        return new UserSettings(userId, null, 1);
    }

    /** The same with the changes. A mark that is cleared is gone with its logo; one that is begun starts with the defaults. */
    public UserSettings changed(Change<MarkStyle.Patch> mark) {
        return with(mark.map(patch -> own().changed(patch, "/watermark")).orKeep(watermark, null));
    }

    /** The same with a logo as the mark. */
    public UserSettings withLogo(Sha256 content) {
        return with(own().withLogo(content));
    }

    /** The same with a mark of text. */
    public UserSettings withoutLogo() {
        return with(watermark == null ? null : watermark.withoutLogo());
    }

    private MarkStyle own() {
        return watermark == null ? MarkStyle.DEFAULT : watermark;
    }

    private UserSettings with(@Nullable MarkStyle mark) {
        return new UserSettings(userId, mark, version);
    }
}
