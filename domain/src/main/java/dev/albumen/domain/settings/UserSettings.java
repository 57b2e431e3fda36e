package dev.albumen.domain.settings;

import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has decided for themselves.
 *
 * @param watermark how their pictures are marked; {@code null} for the way of the instance
 * @param quiet what they do not want to be told of by mail
 * @param version counts changes, from 1
 */
public record UserSettings(UserId userId, @Nullable MarkStyle watermark, Set<NoticeKind> quiet, long version) {

    public UserSettings {
        quiet = Set.copyOf(quiet);
    }

    /** Of somebody who wants all notices. */
    public UserSettings(UserId userId, @Nullable MarkStyle watermark, long version) {
        this(userId, watermark, Set.of(), version);
    }

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

    /** The same with other notices that they do not want. */
    public UserSettings silenced(Set<NoticeKind> kinds) {
        return new UserSettings(userId, watermark, kinds, version);
    }

    private MarkStyle own() {
        return watermark == null ? MarkStyle.DEFAULT : watermark;
    }

    private UserSettings with(@Nullable MarkStyle mark) {
        return new UserSettings(userId, mark, quiet, version);
    }
}
