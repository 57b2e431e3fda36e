package dev.albumen.application.settings;

import dev.albumen.application.rendition.LogoCheck;
import dev.albumen.application.rendition.Logos;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;

/** Makes a picture the viewer's mark, in place of text or of another logo. On return it is durable. */
public final class SetOwnLogo {

    private final LogoCheck check;
    private final Logos logos;
    private final OwnSettingsChanges changes;

    SetOwnLogo(LogoCheck check, Logos logos, OwnSettingsChanges changes) {
        this.check = check;
        this.logos = logos;
        this.changes = changes;
    }

    /**
     * @param file as it was staged, within {@link LogoCheck#MAX_BYTES}; the caller closes it
     * @param expected the version that the change is based on; empty for any
     */
    public record Command(StagingArea.StagedFile file, Optional<Long> expected) {}

    public UserSettings handle(Viewer viewer, Command command) {
        changes.requireVersion(viewer, command.expected());
        Sha256 content = command.file().sha256();
        check.require(command.file().path());
        logos.keep(content, command.file().path());
        return changes.make(viewer, "settings.set-logo", command.expected(), before -> {
            logos.claim(content);
            return before.withLogo(content);
        });
    }
}
