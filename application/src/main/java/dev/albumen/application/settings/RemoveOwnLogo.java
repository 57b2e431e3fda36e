package dev.albumen.application.settings;

import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;

/** Gives the viewer's mark its text back. Its logo, if there was one, is swept in time. */
public final class RemoveOwnLogo {

    private final OwnSettingsChanges changes;

    RemoveOwnLogo(OwnSettingsChanges changes) {
        this.changes = changes;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(Optional<Long> expected) {}

    public UserSettings handle(Viewer viewer, Command command) {
        return changes.make(viewer, "settings.remove-logo", command.expected(), UserSettings::withoutLogo);
    }
}
