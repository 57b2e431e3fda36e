package dev.albumen.application.tag;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every tree of tags does. */
public abstract class TagTreeContract extends CatalogueContract {

    private static final TagName ANIMAL = new TagName("animal");
    private static final TagName DOG = new TagName("dog");
    private static final TagName PUPPY = new TagName("puppy");
    private static final TagName PET = new TagName("pet");

    @BeforeEach
    void plant() {
        writing(() -> {
            List.of(ANIMAL, DOG, PUPPY, PET).forEach(tag -> catalogue.tags().create(ada, tag));
            catalogue.tags().create(bob, DOG);
            catalogue.tagTree().place(ada, PUPPY, DOG);
            catalogue.tagTree().place(ada, DOG, ANIMAL);
        });
    }

    @Test
    void tellsTheWayFromTheTopAndTheLevelsBelow() {
        assertThat(path(PUPPY)).containsExactly(ANIMAL, DOG, PUPPY);
        assertThat(path(ANIMAL)).containsExactly(ANIMAL);
        assertThat(path(new TagName("none"))).isEmpty();
        assertThat(height(ANIMAL)).isEqualTo(3);
        assertThat(height(PUPPY)).isOne();
        assertThat(height(new TagName("none"))).isZero();
        assertThat(read(() -> catalogue.tagTree().path(bob, DOG))).containsExactly(DOG);
        assertThat(read(() -> catalogue.tagTree().height(bob, DOG))).isOne();
    }

    @Test
    void movesATagWithAllThatLiesInIt() {
        writing(() -> {
            catalogue.tagTree().lock(ada);
            catalogue.tagTree().place(ada, DOG, PET);
        });

        assertThat(path(PUPPY)).containsExactly(PET, DOG, PUPPY);
        assertThat(height(ANIMAL)).isOne();

        writing(() -> catalogue.tagTree().place(ada, DOG, null));
        assertThat(path(PUPPY)).containsExactly(DOG, PUPPY);
    }

    @Test
    void keepsPlacesThroughRenaming() {
        writing(() -> catalogue.tags().rename(ada, DOG, new TagName("hound")));

        assertThat(path(PUPPY)).containsExactly(ANIMAL, new TagName("hound"), PUPPY);
    }

    @Test
    void leavesWhatLiesInATagWhereThatLay() {
        writing(() -> catalogue.tags().delete(ada, DOG));
        assertThat(path(PUPPY)).containsExactly(ANIMAL, PUPPY);

        writing(() -> catalogue.tags().delete(ada, ANIMAL));
        assertThat(path(PUPPY)).containsExactly(PUPPY);
    }

    @Test
    void mergesWithAllThatLiesInIt() {
        Image image = kept(anImage().ownedBy(ada).build());
        writing(() -> catalogue.tags().tag(ada, image.id(), List.of(DOG), TagSource.USER));

        writing(() -> catalogue.tags().merge(ada, DOG, PET));

        assertThat(path(PUPPY)).containsExactly(PET, PUPPY);
        assertThat(path(PET)).containsExactly(PET);
        assertThat(read(() -> catalogue.tagViews().find(ada, PET)).orElseThrow().imageCount()).isOne();
    }

    private List<TagName> path(TagName tag) {
        return read(() -> catalogue.tagTree().path(ada, tag));
    }

    private int height(TagName tag) {
        return read(() -> catalogue.tagTree().height(ada, tag));
    }
}
