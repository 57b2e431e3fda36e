package dev.albumen.application.social;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of likes does. */
public abstract class LikesContract extends CatalogueContract {

    @Test
    void likesAndUnlikesOnce() {
        Image image = kept(anImage().ownedBy(ada).build());

        assertThat(write(() -> catalogue.likes().add(ada, image.id(), NOON))).isTrue();
        assertThat(write(() -> catalogue.likes().add(ada, image.id(), NOON))).isFalse();
        assertThat(write(() -> catalogue.likes().remove(bob, image.id()))).isFalse();
        assertThat(opinions(ada, image)).isEqualTo(new ImageView.Opinions(1, true, null, 0));
        assertThat(write(() -> catalogue.likes().remove(ada, image.id()))).isTrue();
        assertThat(write(() -> catalogue.likes().remove(ada, image.id()))).isFalse();
        assertThat(opinions(ada, image)).isEqualTo(ImageView.Opinions.NONE);
    }

    @Test
    void countsEverybodys() {
        Image image = kept(anImage().ownedBy(ada).build());
        Image other = kept(anImage().ownedBy(ada).build());
        like(ada, image);
        like(bob, image);
        like(bob, other);

        assertThat(opinions(ada, image)).isEqualTo(new ImageView.Opinions(2, true, null, 0));
        assertThat(opinions(ada, other)).isEqualTo(new ImageView.Opinions(1, false, null, 0));
    }

    @Test
    void changesNothingOfTheImage() {
        Image image = kept(anImage().ownedBy(ada).build());
        Image before = read(() -> catalogue.images().find(image.id())).orElseThrow();

        like(bob, image);

        assertThat(read(() -> catalogue.images().find(image.id()))).contains(before);
    }

    @Test
    void goesWithTheImage() {
        Image image = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        like(bob, image);

        assertThat(write(() -> catalogue.images().purge(image.id()))).isTrue();
    }

    @Test
    void ordersByTheirNumberAndThenById() {
        Image none = kept(anImage().ownedBy(ada).build());
        Image one = kept(anImage().ownedBy(ada).build());
        Image two = kept(anImage().ownedBy(ada).build());
        Image another = kept(anImage().ownedBy(ada).build());
        like(ada, one);
        like(ada, two);
        like(bob, two);
        like(bob, another);

        List<ImageId> mostFirst = listed(ImageSearch.Sort.LIKE_COUNT_DESCENDING);

        assertThat(mostFirst.getFirst()).isEqualTo(two.id());
        assertThat(Set.copyOf(mostFirst.subList(1, 3))).isEqualTo(Set.of(one.id(), another.id()));
        assertThat(mostFirst.getLast()).isEqualTo(none.id());
        assertThat(listed(ImageSearch.Sort.LIKE_COUNT)).isEqualTo(mostFirst.reversed());
    }

    private List<ImageId> listed(ImageSearch.Sort sort) {
        ImageSearch search = ImageSearch.OWN.sorted(sort);
        return paged(page -> catalogue.imageViews().search(viewer(ada), search, page)).stream().map(view -> view.image().id()).toList();
    }

    private void like(UserId user, Image image) {
        writing(() -> catalogue.likes().add(user, image.id(), NOON));
    }

    private ImageView.Opinions opinions(UserId user, Image image) {
        return catalogue.imageViews().find(viewer(user), image.id()).orElseThrow().opinions();
    }
}
