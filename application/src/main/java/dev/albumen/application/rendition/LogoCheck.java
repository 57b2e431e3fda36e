package dev.albumen.application.rendition;

import dev.albumen.application.image.Inspector;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.nio.file.Path;

/** Tells whether a file can be a logo: a PNG by its content, no larger than logos may be, whose pixels decode. */
public final class LogoCheck {

    public static final int MAX_BYTES = 1 << 20;
    public static final int MAX_PIXELS = 4_000_000;

    private final Inspector inspector;
    private final Renderer renderer;
    private final StagingArea staging;

    public LogoCheck(Inspector inspector, Renderer renderer, StagingArea staging) {
        this.inspector = inspector;
        this.renderer = renderer;
        this.staging = staging;
    }

    /**
     * Decodes the file, where pictures are decoded, once its header has been looked at.
     *
     * @throws RefusedException {@code UnsupportedType} for what is no PNG; {@code TooLarge} over the limit of pixels;
     *     {@code Unprocessable} for one that is broken
     */
    public void require(Path file) {
        Inspector.Inspection seen = inspected(file);
        if (seen.mediaType() != MediaType.PNG) {
            throw notPng();
        }
        if (seen.dimensions().pixels() > MAX_PIXELS) {
            throw new Refusal.TooLarge("too-many-pixels", "The logo has " + seen.dimensions().width() + "×"
                    + seen.dimensions().height() + " pixels; at most " + MAX_PIXELS + " are accepted.").thrown();
        }
        try (StagingArea.WorkFolder folder = staging.folder()) {
            renderer.render(file, MediaType.PNG, folder.path());
        } catch (Renderer.UndecodableException e) {
            throw new Refusal.Unprocessable("logo-undecodable", e.getMessage()).thrown();
        }
    }

    private Inspector.Inspection inspected(Path file) {
        try {
            return inspector.inspect(file);
        } catch (RefusedException e) {
            throw e.refusal() instanceof Refusal.UnsupportedType ? notPng() : e;
        }
    }

    private static RefusedException notPng() {
        return new Refusal.UnsupportedType("A logo is a PNG, which this file is not.").thrown();
    }
}
