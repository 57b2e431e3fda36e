package dev.albumen.domain.social;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;

/** What people talk about. */
public sealed interface Subject {

    record OfImage(ImageId imageId) implements Subject {}

    record OfAlbum(AlbumId albumId) implements Subject {}
}
