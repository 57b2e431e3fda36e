package dev.albumen.application.social;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import org.junit.jupiter.api.Test;

/** What every store of favourites does. */
public abstract class FavoritesContract extends CatalogueContract {

    @Test
    void marksAndUnmarksOnce() {
        Image image = kept(anImage().ownedBy(ada).build());

        assertThat(write(() -> catalogue.favorites().add(ada, image.id(), NOON))).isTrue();
        assertThat(write(() -> catalogue.favorites().add(ada, image.id(), NOON))).isFalse();
        assertThat(write(() -> catalogue.favorites().remove(bob, image.id()))).isFalse();
        assertThat(write(() -> catalogue.favorites().remove(ada, image.id()))).isTrue();
        assertThat(write(() -> catalogue.favorites().remove(ada, image.id()))).isFalse();
    }

    @Test
    void areEveryUsersOwn() {
        Image image = kept(anImage().ownedBy(ada).build());
        writing(() -> catalogue.favorites().add(ada, image.id(), NOON));

        assertThat(catalogue.imageViews().find(viewer(ada), image.id()).orElseThrow().favorite()).isTrue();
        assertThat(paged(page -> catalogue.imageViews().favorites(viewer(bob), page))).isEmpty();
    }
}
