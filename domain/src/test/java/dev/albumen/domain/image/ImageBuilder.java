package dev.albumen.domain.image;

import dev.albumen.domain.shared.People;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes images for tests, ready ones with a place in their metadata: {@code anImage().ownedBy(ADA).named("sea.jpg").build()}. */
public final class ImageBuilder {

    public static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    public static final Appearance APPEARANCE = new Appearance("LEHV6nWB2yk8pyo0adR*.7kCMdnj", "#4a6f8c",
            List.of(new Appearance.Swatch("#4a6f8c", 700), new Appearance.Swatch("#d0c0a0", 300)), new DifferenceHash(-7));
    public static final ImageStatus.Ready READY = new ImageStatus.Ready(APPEARANCE,
            Set.of("thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg", "preview-v1.webp", "large-v1.jpg", "large-v1.webp"));
    public static final TakenAt TAKEN = new TakenAt(
            NOON.minusSeconds(3600), ZoneOffset.ofHours(2), TakenAt.Source.EXIF_ORIGINAL, TakenAt.Zone.STATED);
    public static final Caption CAPTION = new Caption(
            "Quay", "Morning at the Oslo quay", "Ada Lovelace", "© Ada Lovelace", 4, List.of("oslo", "quay", "Low tide"));
    public static final Place PLACE = new Place("Sjølyststranda", "Oslo", "Oslo", "Norway", "NO");
    public static final ImageMetadata TALKATIVE = new ImageMetadata(TAKEN, "Nikon Z6", "50 mm",
            new ImageMetadata.Exposure(0.004, 2.8, 200, 50.0), new ImageMetadata.Gps(59.9, 10.7, 12.0), PLACE, "sRGB", CAPTION,
            Map.of("Exif", Map.of("Serial Number", "12345")));

    private static final AtomicLong MADE = new AtomicLong();

    private final ImageId id = new ImageId(new UUID(0x01a6, MADE.incrementAndGet()));
    private UserId owner = People.ADA.userId();
    private String filename = "sea.jpg";
    private MediaType mediaType = MediaType.JPEG;
    private long byteSize = 1000;
    private Sha256 content = Sha256.of(id.toString());
    private ImageStatus status = READY;
    private @Nullable String title;
    private ImageMetadata metadata = TALKATIVE;
    private @Nullable Instant trashedAt;
    private Instant createdAt = NOON;
    private boolean watermark;
    private Dimensions dimensions = new Dimensions(400, 300);

    private ImageBuilder() {}

    public static ImageBuilder anImage() {
        return new ImageBuilder();
    }

    public ImageBuilder ownedBy(Viewer.Member member) {
        return ownedBy(member.userId());
    }

    public ImageBuilder ownedBy(UserId user) {
        owner = user;
        return this;
    }

    public ImageBuilder named(String name) {
        filename = name;
        return this;
    }

    public ImageBuilder of(MediaType type) {
        mediaType = type;
        return this;
    }

    public ImageBuilder sized(long bytes) {
        byteSize = bytes;
        return this;
    }

    public ImageBuilder containing(Sha256 bytes) {
        content = bytes;
        return this;
    }

    public ImageBuilder titled(String text) {
        title = text;
        return this;
    }

    public ImageBuilder pending() {
        status = new ImageStatus.Pending();
        metadata = ImageMetadata.NONE;
        return this;
    }

    /** A video with a frame of it to be shown. */
    public ImageBuilder playing(double seconds, String codec) {
        mediaType = MediaType.MP4;
        status = new ImageStatus.Ready(APPEARANCE, READY.renditions(),
                new Video(seconds, codec, Video.Poster.FRAME));
        return this;
    }

    /** Ready, with renditions of these names. */
    public ImageBuilder rendered(String... names) {
        status = new ImageStatus.Ready(APPEARANCE, Set.of(names));
        return this;
    }

    /** Whose file says this. */
    public ImageBuilder metadata(ImageMetadata said) {
        metadata = said;
        return this;
    }

    /** So many pixels wide and high. */
    public ImageBuilder measuring(int width, int height) {
        dimensions = new Dimensions(width, height);
        return this;
    }

    public ImageBuilder failed() {
        status = new ImageStatus.Failed("image-undecodable", "The pixels do not decode.");
        metadata = ImageMetadata.NONE;
        return this;
    }

    /** Ready, with this hash or with none. */
    public ImageBuilder looking(@Nullable DifferenceHash hash) {
        status = new ImageStatus.Ready(
                new Appearance(APPEARANCE.blurHash(), APPEARANCE.dominantColor(), APPEARANCE.palette(), hash), READY.renditions());
        return this;
    }

    public ImageBuilder trashedAt(Instant time) {
        trashedAt = time;
        return this;
    }

    public ImageBuilder createdAt(Instant time) {
        createdAt = time;
        return this;
    }

    /** With a mark for everybody but its owner. */
    public ImageBuilder watermarked() {
        watermark = true;
        return this;
    }

    public Image build() {
        return new Image(id, owner, filename, mediaType, byteSize, content, dimensions, metadata.takenAt(),
                status, title, "", watermark, metadata, trashedAt, createdAt, createdAt, 1);
    }
}
