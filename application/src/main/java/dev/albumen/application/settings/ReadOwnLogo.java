package dev.albumen.application.settings;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;

/** Finds the viewer's own logo, as they gave it. */
public final class ReadOwnLogo {

    private final ReadOwnSettings settings;

    public ReadOwnLogo(ReadOwnSettings settings) {
        this.settings = settings;
    }

    /**
     * @param key of a PNG file
     * @param version of the settings that it is part of
     */
    public record Found(BlobKey key, Sha256 content, long version) {}

    public Found handle(Viewer viewer) {
        UserSettings own = settings.handle(viewer);
        MarkStyle mark = own.watermark();
        if (mark == null || mark.logo() == null) {
            throw Refusal.notFound();
        }
        return new Found(BlobKey.logo(mark.logo()), mark.logo(), own.version());
    }
}
