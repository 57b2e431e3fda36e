package dev.albumen.persistence.album;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.application.user.ThingsCounted;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThingsCountedTest extends CatalogueContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Test
    void countsWhatAUserHasOutOfTheTrash() {
        kept(anAlbum().ownedBy(ada).build());
        kept(anAlbum().ownedBy(bob).build());
        kept(anImage().ownedBy(ada).build());
        kept(anImage().ownedBy(ada).pending().build());
        kept(anImage().ownedBy(ada).trashedAt(NOON).build());

        Map<String, Long> counts = POSTGRES.beans(ThingsCounted.class).stream()
                .collect(Collectors.toMap(ThingsCounted::name, things -> things.of(ada)));

        assertThat(counts).containsEntry("albums", 1L).containsEntry("images", 2L);
    }
}
