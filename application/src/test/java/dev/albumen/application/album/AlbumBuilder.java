package dev.albumen.application.album;

import dev.albumen.application.shared.SequentialIds;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;

/** Makes albums for tests: {@code anAlbum(ada).titled("Sea").visible(PUBLIC).build()}. */
public final class AlbumBuilder {

    public static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static final SequentialIds IDS = new SequentialIds();

    private final UserId owner;
    private final AlbumId id = new AlbumId(IDS.next());
    private String title = "Sea";
    private String description = "";
    private Visibility visibility = Visibility.PRIVATE;
    private boolean master;

    private AlbumBuilder(UserId owner) {
        this.owner = owner;
    }

    public static AlbumBuilder anAlbum(UserId owner) {
        return new AlbumBuilder(owner);
    }

    public AlbumBuilder titled(String newTitle, String newDescription) {
        title = newTitle;
        description = newDescription;
        return this;
    }

    public AlbumBuilder visible(Visibility newVisibility) {
        visibility = newVisibility;
        return this;
    }

    public AlbumBuilder master() {
        master = true;
        return this;
    }

    public Album build() {
        return new Album(id, owner, title, description, "", visibility, master, null, AlbumSort.MANUAL, null, NOON, NOON, 1);
    }
}
