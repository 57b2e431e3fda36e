package dev.albumen.application.image;

import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The images. An owner has the same bytes once. */
public interface Images {

    /** Keeps a new image. False, and nothing kept, where its owner has the same bytes already. */
    boolean add(Image image);

    Optional<Image> find(ImageId id);

    Optional<Image> findByContent(UserId owner, Sha256 content);

    /**
     * Keeps a changed image.
     *
     * @param image as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or it is gone
     */
    Image save(Image image);

    /**
     * Removes an image that is in the trash, and all that hangs on it (places in albums, tags, favourites, links). False,
     * and nothing done, where it is gone or out of the trash again: of two who purge it, one hears true.
     */
    boolean purge(ImageId id);

    /** Images that went to the trash before that time, oldest first. */
    List<Image> trashedBefore(Instant time, int limit);

    /** Images whose files say where they were taken, and that have no place, in the order of their ids, the trash included. */
    List<Unplaced> unplaced(Optional<ImageId> after, int limit);

    /** An image without a place, and where it was taken. */
    record Unplaced(ImageId id, Gps position) {}

    /** What is in a user's trash, oldest first. */
    List<Image> trashOf(UserId owner, int limit);
}
