package dev.albumen.imaging.label;

import dev.albumen.application.label.Labeler;
import dev.albumen.application.label.StoredRendition;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Findings;
import dev.albumen.domain.label.Provider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what can be told without knowing what things are: colours, light, format, screenshots, camera, season, time of day.
 * It looks at the thumbnail, which this instance has made itself, upright and in sRGB.
 */
public final class OfflineLabeler implements Labeler {

    /** Raised when the rules change, so that pictures can be labelled anew. */
    public static final Provider PROVIDER = new Provider("offline", "1");

    /** Far more than any thumbnail has. */
    private static final long MOST_BYTES = 4 << 20;

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
        return decoded(StoredRendition.read(blobs, image, name, MOST_BYTES).orElseThrow(OfflineLabeler::broken));
    }

    private static BufferedImage decoded(byte[] jpeg) throws UnreadableException {
        try {
            BufferedImage picture = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
            if (picture != null) {
                return picture;
            }
        } catch (IOException | RuntimeException undecodable) {
            // Decoders throw whatever they come upon in bytes that make no sense; it says nothing that the owner could use.
        }
        throw broken();
    }

    private static UnreadableException broken() {
        return new UnreadableException("Its thumbnail is broken.", 0);
    }
}
