package dev.albumen.domain.share;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;

/** What a link opens. */
public sealed interface SharedResource {

    record OfAlbum(AlbumId albumId) implements SharedResource {}

    record OfImage(ImageId imageId) implements SharedResource {}
}
