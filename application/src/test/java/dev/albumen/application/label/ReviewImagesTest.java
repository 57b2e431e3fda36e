package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.MODERATOR;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ViewImage;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import org.junit.jupiter.api.Test;

class ReviewImagesTest extends LabelTest {

    private final ListReviews list = new ListReviews(catalogue.reviews());
    private final ClearReview clear = new ClearReview(transactions, catalogue.reviews(), audit, clock);

    @Test
    void showTheImageToModeratorsWithoutItsDetailsUntilTheyAreCleared() {
        Image image = given(anImage().named("private.jpg"));
        ViewImage view = new ViewImage(catalogue.imageViews());
        assertHidden(() -> view.handle(MODERATOR, new ViewImage.Query(image.id())));

        review(image);
        Image seen = view.handle(MODERATOR, new ViewImage.Query(image.id())).image();
        assertThat(seen.filename()).isEqualTo(image.id() + ".jpg");
        assertThat(seen.metadata()).isEqualTo(ImageMetadata.NONE);
        assertHidden(() -> view.handle(BOB, new ViewImage.Query(image.id())));

        clear.handle(MODERATOR, new ClearReview.Command(image.id()));
        assertHidden(() -> view.handle(MODERATOR, new ViewImage.Query(image.id())));
    }

    @Test
    void tellNothingOfWhatPeopleSay() {
        Image image = given(anImage());
        ViewImage view = new ViewImage(catalogue.imageViews());
        transactions.writing(() -> {
            catalogue.favorites().add(MODERATOR.userId(), image.id(), NOON);
            catalogue.likes().add(MODERATOR.userId(), image.id(), NOON);
        });
        review(image);

        ImageView owners = view.handle(ADA, new ViewImage.Query(image.id()));
        ImageView reviewers = view.handle(MODERATOR, new ViewImage.Query(image.id()));

        assertThat(owners.opinions().likeCount()).isOne();
        assertThat(reviewers.opinions()).isEqualTo(ImageView.Opinions.NONE);
        assertThat(reviewers.favorite()).isFalse();
    }

    @Test
    void areClearedByModerators() {
        Image image = given(anImage());
        labeler.isConcerned(new Concern("Violence", Confidence.CERTAIN));
        labeling.label(image.id(), lease, sheet -> true);

        assertForbidden(() -> clear.handle(ADA, new ClearReview.Command(image.id())));
        clear.handle(ROOT, new ClearReview.Command(image.id()));
        assertHidden(() -> clear.handle(ROOT, new ClearReview.Command(image.id())));
        labeling.label(image.id(), lease, sheet -> true);

        assertThat(list.handle(ROOT, new ListReviews.Query(true, PageRequest.first(9))).items()).isEmpty();
        assertThat(list.handle(ROOT, new ListReviews.Query(false, PageRequest.first(9))).items()).hasSize(1);
        assertForbidden(() -> list.handle(ADA, new ListReviews.Query(true, PageRequest.first(9))));
        assertThat(trail.actions()).containsExactly("image.clear-review");
    }
}
