package dev.albumen.application.settings;

import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;

/** Changes what the viewer has decided for themselves. */
public final class ChangeOwnSettings {

    private final OwnSettingsChanges changes;

    ChangeOwnSettings(OwnSettingsChanges changes) {
        this.changes = changes;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(Change<MarkStyle.Patch> watermark, Optional<Long> expected) {}

    public UserSettings handle(Viewer viewer, Command command) {
        return changes.make(viewer, "settings.change", command.expected(), before -> before.changed(command.watermark()));
    }
}
