package dev.albumen.application.album;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * An album as lists and pages show it.
 *
 * @param imageCount images that the viewer can see in it: none in the trash; for everybody but the owner, ready ones
 * @param role the viewer's among the members; {@code null} where they are none
 */
public record AlbumView(Album album, int imageCount, @Nullable AlbumRole role) {

    /** The same without the notes, where they are not the viewer's to read. */
    public AlbumView shownTo(Viewer viewer) {
        return AlbumAccess.allowed(viewer, album, role).contains(AlbumAction.READ_NOTES)
                ? this : new AlbumView(album.withoutNotes(), imageCount, role);
    }
}
