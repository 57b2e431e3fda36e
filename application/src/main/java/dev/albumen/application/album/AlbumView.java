package dev.albumen.application.album;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import org.jspecify.annotations.Nullable;

/**
 * An album as lists and pages show it.
 *
 * @param imageCount images that the viewer can see in it: none in the trash; for everybody but the owner, ready ones
 * @param role the viewer's among the members; {@code null} where they are none
 */
public record AlbumView(Album album, int imageCount, @Nullable AlbumRole role) {}
