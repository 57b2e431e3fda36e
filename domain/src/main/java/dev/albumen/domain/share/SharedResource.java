package dev.albumen.domain.share;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import java.util.Optional;

/** What a link opens. */
public sealed interface SharedResource {

    record OfAlbum(AlbumId albumId) implements SharedResource {}

    /** An album with all albums in it, whichever these are when somebody looks. */
    record OfProject(AlbumId albumId) implements SharedResource {}

    record OfImage(ImageId imageId) implements SharedResource {}

    /** The album that the link is to; empty where it is to an image. */
    default Optional<AlbumId> album() {
        return switch (this) {
            case OfAlbum(AlbumId id) -> Optional.of(id);
            case OfProject(AlbumId id) -> Optional.of(id);
            case OfImage image -> Optional.empty();
        };
    }
}
