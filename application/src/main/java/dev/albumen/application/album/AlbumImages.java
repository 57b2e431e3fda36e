package dev.albumen.application.album;

import dev.albumen.domain.album.Position;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which images are in which album, and in what order. Changes to one album wait for each other. */
public interface AlbumImages {

    /** Puts images at the end, in the given order. Those that are there already stay where they are. Returns the new ones. */
    Set<ImageId> append(AlbumId album, List<ImageId> images, UserId addedBy, Instant now);

    /** Takes images out; a cover among them is a cover no more. Returns those that were there. */
    Set<ImageId> remove(AlbumId album, Collection<ImageId> images);

    /** All that are in it, in manual order, in the trash or not. */
    List<ImageId> all(AlbumId album);

    boolean contains(AlbumId album, ImageId image);

    /** Where an image stands; empty where it is not in the album. */
    Optional<Position> position(AlbumId album, ImageId image);

    /** Waits for, and holds until the transaction ends, the right to change the album's order. */
    void lock(AlbumId album);

    /** The first place after {@code position}, or of all where that is empty, that is not {@code except}'s. */
    Optional<Position> next(AlbumId album, Optional<Position> position, ImageId except);

    /** Moves an image that is in the album. */
    void move(AlbumId album, ImageId image, Position to);
}
