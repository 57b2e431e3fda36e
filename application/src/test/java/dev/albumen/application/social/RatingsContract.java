package dev.albumen.application.social;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Criterion;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Stars;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of ratings does. */
public abstract class RatingsContract extends CatalogueContract {

    @Test
    void keepsTheLastOne() {
        Image image = kept(anImage().ownedBy(ada).build());

        assertThat(rate(ada, image, 4)).isTrue();
        assertThat(rate(ada, image, 4)).isFalse();
        assertThat(rate(ada, image, 2)).isTrue();
        assertThat(rating(ada, image)).isEqualTo(2);

        assertThat(write(() -> catalogue.ratings().remove(ada, image.id()))).isTrue();
        assertThat(write(() -> catalogue.ratings().remove(ada, image.id()))).isFalse();
        assertThat(rating(ada, image)).isNull();
    }

    @Test
    void areEveryUsersOwn() {
        Image image = kept(anImage().ownedBy(ada).build());
        place(kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build()), image);
        rate(ada, image, 5);
        rate(bob, image, 1);

        assertThat(rating(ada, image)).isEqualTo(5);
        assertThat(rating(bob, image)).isEqualTo(1);
    }

    @Test
    void narrowsASearchToTheViewersOwnRatings() {
        Image good = kept(anImage().ownedBy(ada).build());
        Image better = kept(anImage().ownedBy(ada).build());
        Image poor = kept(anImage().ownedBy(ada).build());
        Image unrated = kept(anImage().ownedBy(ada).build());
        rate(ada, good, 4);
        rate(ada, better, 5);
        rate(ada, poor, 3);
        rate(bob, unrated, 5);

        assertThat(rated(4)).containsExactlyInAnyOrder(good.id(), better.id());
        assertThat(rated(1)).containsExactlyInAnyOrder(good.id(), better.id(), poor.id());
    }

    @Test
    void goesWithTheImage() {
        Image image = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        rate(bob, image, 3);

        assertThat(write(() -> catalogue.images().purge(image.id()))).isTrue();
    }

    private List<ImageId> rated(int least) {
        ImageSearch search = ImageSearch.OWN.and(new Criterion.Rated(least, 5));
        return paged(page -> catalogue.imageViews().search(viewer(ada), search, page)).stream().map(view -> view.image().id()).toList();
    }

    private boolean rate(UserId user, Image image, int stars) {
        return write(() -> catalogue.ratings().put(user, image.id(), new Stars(stars), NOON));
    }

    private @Nullable Integer rating(UserId user, Image image) {
        return catalogue.imageViews().find(viewer(user), image.id()).orElseThrow().opinions().rating();
    }
}
