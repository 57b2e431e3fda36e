package dev.albumen.application.image;

import dev.albumen.application.shared.Secrets;
import dev.albumen.domain.image.ImageId;
import java.time.InstantSource;

/**
 * Makes and checks the signatures that let an address open one image for a while, as an {@code <img>} needs it. A pass
 * says on whose behalf: a session or an unlocked share link, which is looked up at every use, so that what ends those
 * ends the pass too.
 */
public final class ImagePasses {

    private static final String PURPOSE = "image-pass";
    private static final long STEP_SECONDS = 3600;

    private final Secrets secrets;
    private final InstantSource clock;

    public ImagePasses(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A signature and its end.
     *
     * @param expires seconds since 1970
     */
    public record Pass(long expires, String signature) {}

    /**
     * A pass that holds for one to two hours. Within the hour it stays the same, so that browsers find in their cache
     * what they had.
     *
     * @param holder on whose behalf
     */
    public Pass issue(String holder, ImageId image) {
        long expires = (clock.millis() / 1000 / STEP_SECONDS + 2) * STEP_SECONDS;
        return new Pass(expires, secrets.sign(PURPOSE, message(holder, image, expires)));
    }

    /** Whether the pass was issued for this holder and image, and still holds. */
    public boolean holds(Pass pass, String holder, ImageId image) {
        return pass.expires() > clock.millis() / 1000
                && secrets.isSigned(PURPOSE, message(holder, image, pass.expires()), pass.signature());
    }

    private static String message(String holder, ImageId image, long expires) {
        return holder + ' ' + image + ' ' + expires;
    }
}
