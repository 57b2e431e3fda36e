package dev.albumen.bootstrap;

import dev.albumen.application.rendition.InstanceMark;
import dev.albumen.application.rendition.LogoCheck;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;
import dev.albumen.domain.shared.RefusedException;
import java.io.ByteArrayInputStream;

/** Looks at the logo of the settings as at one that a user brings, before anybody sees a picture without it. */
final class InstanceLogo {

    private InstanceLogo() {}

    /** @throws StartRefused where it cannot be burnt in */
    static void require(Settings settings, InstanceMark mark, StagingArea staging, LogoCheck check) {
        byte[] png = mark.logo();
        if (png == null) {
            return;
        }
        try (StagingArea.StagedFile file = staging.stage(new ByteArrayInputStream(png), LogoCheck.MAX_BYTES)) {
            check.require(file.path());
        } catch (RefusedException e) {
            throw new StartRefused(KnownSettings.WATERMARK_LOGO.variable(),
                    settings.get(KnownSettings.WATERMARK_LOGO) + " cannot be a logo: " + e.refusal().detail());
        }
    }
}
