package dev.albumen.application.settings;

import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Viewer;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes what the viewer has decided for themselves. */
public final class ChangeOwnSettings {

    private final OwnSettingsChanges changes;

    ChangeOwnSettings(OwnSettingsChanges changes) {
        this.changes = changes;
    }

    private static Set<NoticeKind> quiet(UserSettings before, Map<NoticeKind, Boolean> wanted) {
        Set<NoticeKind> quiet = new HashSet<>(before.quiet());
        wanted.forEach((kind, told) -> {
            if (told) {
                quiet.remove(kind);
            } else {
                quiet.add(kind);
            }
        });
        return quiet;
    }

    /**
     * @param notices of what one wants to be told by mail, or not; the others stay as they are
     * @param expected the version that the change is based on; empty for any
     */
    public record Command(Change<MarkStyle.Patch> watermark, Map<NoticeKind, Boolean> notices, Optional<Long> expected) {

        /** Of how one's pictures are marked alone. */
        public Command(Change<MarkStyle.Patch> watermark, Optional<Long> expected) {
            this(watermark, Map.of(), expected);
        }
    }

    public UserSettings handle(Viewer viewer, Command command) {
        return changes.make(viewer, "settings.change", command.expected(), before -> before.changed(command.watermark()).silenced(quiet(before, command.notices())));
    }
}
