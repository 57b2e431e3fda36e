package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told that albums of searches may hold something else. */
public abstract class SearchedAlbumsContract extends CatalogueContract {

    protected SavedSearch search;
    protected Album album;

    @BeforeEach
    void makeAlbum() {
        search = SavedSearch.drafted(new SavedSearchId(UUID.randomUUID()), ada, new SavedSearch.Draft("Sea", "sea", null), NOON);
        writing(() -> catalogue.savedSearches().add(search));
        album = kept(anAlbum().ownedBy(ada).of(search).build());
        kept(anAlbum().ownedBy(ada).build());
        settle();
    }

    protected final void settle() {
        while (due().isPresent()) { }
    }

    protected final Optional<List<AlbumId>> due() {
        return write(() -> catalogue.searchedAlbums().due());
    }

    protected final UserId owner() {
        return ada;
    }

    @Test
    void keepTheSearchOfAnAlbum() {
        assertThat(read(() -> catalogue.albums().find(album.id())).orElseThrow().searchId()).isEqualTo(search.id());
    }

    @Test
    void areToldByOwner() {
        assertThat(read(() -> catalogue.searchedAlbums().of(ada))).containsExactly(album.id());
        assertThat(read(() -> catalogue.searchedAlbums().of(bob))).isEmpty();
    }

    @Test
    void nameAlbumsOnceWhenTheirOwnersImagesChange() {
        assertThat(due()).isEmpty();
        kept(anImage().ownedBy(bob).build());
        assertThat(due()).as("another's image").isEmpty();

        kept(anImage().ownedBy(ada).build());

        assertThat(due()).contains(List.of(album.id()));
        settle();
        assertThat(due()).isEmpty();
    }
}
