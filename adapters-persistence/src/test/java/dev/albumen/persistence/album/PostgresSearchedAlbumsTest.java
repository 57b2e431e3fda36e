package dev.albumen.persistence.album;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.album.SearchedAlbumsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.shared.Change;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSearchedAlbumsTest extends SearchedAlbumsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Test
    void nameAlbumsWhenWhatIsSaidOfImagesOrAskedForChanges() {
        Image image = kept(anImage().ownedBy(owner()).build());
        settle();

        writing(() -> catalogue.favorites().add(owner(), image.id(), NOON));
        assertThat(due()).as("a favourite").isPresent();
        settle();
        writing(() -> catalogue.savedSearches().save(search.changed(
                new SavedSearch.Patch(Change.keep(), Change.to("sky"), Change.keep()), NOON)));
        assertThat(due()).as("another text").isPresent();
    }

    @Test
    void letAlbumsKeepWhatTheyHoldWhenTheirSearchIsForgotten() {
        writing(() -> catalogue.savedSearches().delete(owner(), search.id()));

        var left = read(() -> catalogue.albums().find(album.id())).orElseThrow();
        assertThat(left.searchId()).isNull();
        assertThat(left.version()).isEqualTo(album.version() + 1);
    }
}
