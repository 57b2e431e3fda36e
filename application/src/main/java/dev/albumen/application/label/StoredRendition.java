package dev.albumen.application.label;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.image.Image;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;

/** Reads a rendition for a labeler, and tells a picture that is at fault from a storage that is away. */
public final class StoredRendition {

    private StoredRendition() {}

    /**
     * All of its bytes, before anything is decoded: a storage that breaks off is not to be taken for a broken picture.
     *
     * @param name of the rendition, such as {@code thumbnail-v1.jpg}
     * @param most bytes that are read
     * @return empty where it is larger
     * @throws Labeler.UnreadableException where it is lost, and the storage has the original
     * @throws Labeler.UnavailableException where the storage does not answer or breaks off. A volume that is not mounted and a proxy
     *     in a store's place answer that nothing is there: so it counts, too, where the original is not there either
     */
    public static Optional<byte[]> read(BlobStore blobs, Image image, String name, long most) throws Labeler.UnreadableException {
        BlobKey key = BlobKey.rendition(image.sha256(), name);
        try {
            Optional<BlobStore.Content> found = blobs.open(key);
            if (found.isEmpty()) {
                throw lost(blobs, image);
            }
            try (BlobStore.Content content = found.get()) {
                return content.byteSize() > most ? Optional.empty() : Optional.of(content.stream().readAllBytes());
            }
        } catch (DependencyException | IOException e) {
            throw new Labeler.UnavailableException("the rendition " + key + " cannot be read", 0, e);
        }
    }

    private static Labeler.UnreadableException lost(BlobStore blobs, Image image) throws FileNotFoundException {
        if (blobs.stat(BlobKey.original(image.sha256())).isEmpty()) {
            throw new FileNotFoundException("neither it nor its original is there");
        }
        return new Labeler.UnreadableException("Its preview is lost. Ask for labels again once it was made anew.", 0);
    }
}
