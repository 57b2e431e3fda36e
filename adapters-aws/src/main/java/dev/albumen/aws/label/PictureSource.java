package dev.albumen.aws.label;

import dev.albumen.application.label.Labeler;
import dev.albumen.application.label.StoredRendition;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Video;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.model.Image;

/** How Rekognition gets to see a picture: by where its original lies in S3, or by the bytes of a rendition. */
final class PictureSource {

    /** What Rekognition takes from S3 (Amazon's "Guidelines and quotas"). */
    static final long MOST_BY_REFERENCE = 15L << 20;
    /** How many pixels a side it takes. */
    static final int MOST_PIXELS = 10_000;
    /** What it takes within a request. */
    static final long MOST_BYTES = 5L << 20;

    private static final Set<MediaType> KNOWN = Set.of(MediaType.JPEG, MediaType.PNG);

    private final BlobStore blobs;
    private final Supplier<Optional<S3Settings>> bucket;

    /** @param bucket where originals lie now that Rekognition may read; empty where it may not */
    PictureSource(BlobStore blobs, Supplier<Optional<S3Settings>> bucket) {
        this.blobs = blobs;
        this.bucket = bucket;
    }

    Optional<Image> reference(dev.albumen.domain.image.Image image) {
        if (!KNOWN.contains(image.mediaType()) || image.byteSize() > MOST_BY_REFERENCE
                || image.dimensions().longestEdge() > MOST_PIXELS) {
            return Optional.empty();
        }
        return bucket.get().map(there -> Image.builder().s3Object(object ->
                object.bucket(there.bucket()).name(there.prefix() + BlobKey.original(image.sha256()))).build());
    }

    /**
     * The preview, or the thumbnail where that is too large.
     *
     * @throws Labeler.UnavailableException where a rendition is not to be had now
     */
    Image bytes(dev.albumen.domain.image.Image image) throws Labeler.UnreadableException {
        ImageStatus.Ready ready = (ImageStatus.Ready) image.status();
        if (ready.video() != null && ready.video().poster() != Video.Poster.FRAME) {
            throw new Labeler.UnreadableException("No frame of this video could be decoded.", 0);
        }
        for (String size : (Iterable<String>) Stream.of("preview-v", "thumbnail-v")::iterator) {
            Optional<String> name = ready.renditions().stream().filter(one -> one.startsWith(size) && one.endsWith(".jpg")).findFirst();
            Optional<byte[]> jpeg = name.isEmpty() ? Optional.empty() : StoredRendition.read(blobs, image, name.get(), MOST_BYTES);
            if (jpeg.isPresent()) {
                return Image.builder().bytes(SdkBytes.fromByteArrayUnsafe(jpeg.get())).build();
            }
        }
        throw new Labeler.UnreadableException("This image has no rendition that is small enough.", 0);
    }
}
