package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.label.Reviews.Review;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of images to be looked at does. */
public abstract class ReviewsContract extends CatalogueContract {

    private static final Provider BY = new Provider("rekognition", "7.0");
    private static final Concern VIOLENCE = new Concern("Violence", new Confidence(973));
    private static final Concern SMOKING = new Concern("Drugs & Tobacco/Smoking", new Confidence(801));
    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void keepsWhatALabelerIsConcernedAbout() {
        Image image = kept(anImage().ownedBy(ada).build());

        note(image, NOON, VIOLENCE, SMOKING);

        assertThat(open()).containsExactly(new Review(image.id(), ada, List.of(VIOLENCE, SMOKING), BY, NOON, null));
        assertThat(cleared()).isEmpty();
    }

    @Test
    void clearsOnce() {
        Image image = kept(anImage().ownedBy(ada).build());
        assertThat(clear(image)).isFalse();
        note(image, NOON, VIOLENCE);

        assertThat(clear(image)).isTrue();
        assertThat(clear(image)).isFalse();

        assertThat(open()).isEmpty();
        assertThat(cleared()).containsExactly(new Review(image.id(), ada, List.of(VIOLENCE), BY, NOON, LATER));
    }

    @Test
    void opensAgainForANewConcernAlone() {
        Image image = kept(anImage().ownedBy(ada).build());
        note(image, NOON, VIOLENCE, SMOKING);
        clear(image);

        note(image, LATER, new Concern("Violence", Confidence.CERTAIN));
        assertThat(open()).isEmpty();

        note(image, LATER, new Concern("Hate", Confidence.CERTAIN));
        assertThat(open()).extracting(Review::concerns).containsExactly(List.of(new Concern("Hate", Confidence.CERTAIN)));
    }

    @Test
    void listsInPagesAndForgetsWhatIsGone() {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            images.add(kept(anImage().ownedBy(ada).build()));
            note(images.getLast(), NOON, VIOLENCE);
        }
        images.sort(Comparator.comparing(image -> image.id().toString()));
        Image gone = images.remove(2);
        writing(() -> {
            catalogue.images().save(gone.trashed(NOON));
            catalogue.images().purge(gone.id());
        });

        assertThat(open()).extracting(Review::image).containsExactlyElementsOf(images.stream().map(Image::id).toList());
        note(gone, NOON, VIOLENCE);
        assertThat(open()).hasSize(4);
    }

    @Test
    void leavesOutWhatIsNotReadyOrInTheTrashForAsLong() {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            images.add(kept(anImage().ownedBy(ada).build()));
        }
        images.sort(Comparator.comparing(image -> image.id().toString()));
        Image pending = kept(anImage().ownedBy(ada).pending().build());
        Image failed = kept(anImage().ownedBy(ada).failed().build());
        Stream.concat(images.stream(), Stream.of(pending, failed)).forEach(image -> note(image, NOON, VIOLENCE));
        Image second = saved(images.get(1).trashed(NOON));
        saved(images.get(2).trashed(NOON));
        Image cleared = images.get(5);
        clear(cleared);
        Image trashed = saved(cleared.trashed(NOON));

        assertThat(open()).extracting(Review::image)
                .containsExactly(images.get(0).id(), images.get(3).id(), images.get(4).id(), images.get(6).id());
        assertThat(cleared()).isEmpty();

        saved(second.restored(LATER));
        saved(trashed.restored(LATER));
        assertThat(open()).hasSize(5).extracting(Review::image).contains(second.id());
        assertThat(cleared()).extracting(Review::image).containsExactly(cleared.id());
    }

    private Image saved(Image image) {
        return write(() -> catalogue.images().save(image));
    }

    private void note(Image image, Instant now, Concern... concerns) {
        writing(() -> catalogue.reviews().note(image.id(), BY, List.of(concerns), now));
    }

    private boolean clear(Image image) {
        return write(() -> catalogue.reviews().clear(image.id(), bob, LATER));
    }

    private List<Review> open() {
        return paged(page -> catalogue.reviews().list(true, page));
    }

    private List<Review> cleared() {
        return paged(page -> catalogue.reviews().list(false, page));
    }
}
