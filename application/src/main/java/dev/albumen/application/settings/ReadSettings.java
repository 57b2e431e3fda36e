package dev.albumen.application.settings;

import dev.albumen.application.album.UploadImage;
import dev.albumen.application.album.UploadLimits;
import dev.albumen.application.image.Inspector;
import dev.albumen.application.notice.Mailer;
import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.user.IdentitySettings;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.RegistrationMode;
import java.util.Set;

/** Tells what an instance takes and shows, so that clients need not try. For everybody, signed in or not. */
public final class ReadSettings {

    private final Inspector inspector;
    private final ImageLimits limits;
    private final Renderer renderer;
    private final IdentitySettings identity;
    private final UploadLimits uploads;
    private final Mailer mailer;

    public ReadSettings(
            Inspector inspector, ImageLimits limits, UploadLimits uploads, Renderer renderer, IdentitySettings identity,
            Mailer mailer) {
        this.inspector = inspector;
        this.limits = limits;
        this.uploads = uploads;
        this.mailer = mailer;
        this.renderer = renderer;
        this.identity = identity;
    }

    /**
     * What everybody may know.
     *
     * @param accepted what may be uploaded
     * @param maxBatchSize files in one request
     * @param uploads of direct and of resumable uploads
     * @param formats in which renditions are served, by {@code Accept}
     * @param registration who may make themselves an account
     * @param mails whether this instance sends any
     */
    public record PublicSettings(
            Set<MediaType> accepted, ImageLimits limits, int maxBatchSize, UploadLimits uploads, Set<RenditionFormat> formats,
            RegistrationMode registration, boolean mails) {}

    public PublicSettings handle(Viewer viewer) {
        return new PublicSettings(
                inspector.accepted(), limits, UploadImage.MAX_BATCH_SIZE, uploads, renderer.formats(), identity.registration(),
                mailer.on());
    }
}
