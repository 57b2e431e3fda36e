package dev.albumen.imaging.label;

import dev.albumen.application.label.Labeler;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Findings;
import dev.albumen.domain.label.Provider;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Tells what can be told without knowing what things are: colours, light, format, screenshots, camera, season, time of day.
 * It looks at the thumbnail, which this instance has made itself, upright and in sRGB.
 */
public final class OfflineLabeler implements Labeler {

    /** Raised when the rules change, so that pictures can be labelled anew. */
    public static final Provider PROVIDER = new Provider("offline", "1");

    private final BlobStore blobs;

    public OfflineLabeler(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public Provider provider() {
        return PROVIDER;
    }

    @Override
    public boolean learnsModel() {
        return false;
    }

    @Override
    public int callsPerImage() {
        return 0;
    }

    @Override
    public Findings label(Image image) throws UnreadableException {
        List<Finding> found = new ArrayList<>(MetadataRules.of(image));
        found.addAll(FormatRules.of(image.dimensions()));
        if (isPictured(image)) {
            PixelStatistics pixels = PixelStatistics.of(thumbnail(image));
            found.addAll(PixelRules.of(pixels));
            ScreenshotRule.of(image, pixels).ifPresent(found::add);
        }
        return new Findings(PROVIDER, found, List.of());
    }

    /** Whether the thumbnail shows the image, and not something that was drawn in its place. */
    private static boolean isPictured(Image image) {
        @Nullable Video video = ((ImageStatus.Ready) image.status()).video();
        return video == null || video.poster() == Video.Poster.FRAME;
    }

    private BufferedImage thumbnail(Image image) throws UnreadableException {
        String name = ((ImageStatus.Ready) image.status()).renditions().stream()
                .filter(rendition -> rendition.startsWith("thumbnail-v") && rendition.endsWith(".jpg"))
                .findFirst()
                .orElseThrow(() -> new UnreadableException("This image has no thumbnail.", 0));
        BlobKey key = BlobKey.rendition(image.sha256(), name);
        try (BlobStore.Content jpeg = blobs.open(key).orElseThrow(() -> unavailable(key, new IOException("not there")))) {
            BufferedImage decoded = ImageIO.read(jpeg.stream());
            if (decoded == null) {
                throw unavailable(key, new IOException("not a JPEG"));
            }
            return decoded;
        } catch (UnavailableException known) {
            throw known;
        } catch (DependencyException | IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unavailable(key, e);
        }
    }

    /** A thumbnail that is lost or broken is made anew by a check of the storage. */
    private static UnavailableException unavailable(BlobKey key, Exception cause) {
        return new UnavailableException("the thumbnail " + key + " cannot be read", 0, cause);
    }
}
