package dev.albumen.persistence.album;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.album.SearchedAlbumsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.tag.TagName;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import java.util.List;
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
    void nameAlbumsWhenLabelsOfImagesChange() {
        Image image = kept(anImage().ownedBy(owner()).build());
        TagName boat = new TagName("boat");
        settle();

        writing(() -> record(image, Finding.of("boat", null, Confidence.CERTAIN)));
        assertThat(due()).as("a suggestion").contains(List.of(album.id()));
        settle();
        writing(() -> catalogue.imageLabels().decide(image.id(), boat, LabelState.REJECTED, NOON));
        assertThat(due()).as("a decision").isPresent();
        settle();
        writing(() -> record(image, Finding.of("sea", null, Confidence.CERTAIN)));
        settle();
        writing(() -> record(image));
        assertThat(due()).as("a suggestion less").isPresent();
    }

    private void record(Image image, Finding... findings) {
        catalogue.imageLabels().record(image.id(), new Provider("offline", "1"), List.of(findings), NOON);
    }

    @Test
    void letAlbumsKeepWhatTheyHoldWhenTheirSearchIsForgotten() {
        writing(() -> catalogue.savedSearches().delete(owner(), search.id()));

        var left = read(() -> catalogue.albums().find(album.id())).orElseThrow();
        assertThat(left.searchId()).isNull();
        assertThat(left.version()).isEqualTo(album.version() + 1);
    }
}
