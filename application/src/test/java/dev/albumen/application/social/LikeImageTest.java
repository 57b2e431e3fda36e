package dev.albumen.application.social;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Stars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LikeImageTest extends UseCaseTest {

    private final LikeImage like = new LikeImage(transactions, catalogue.imageViews(), catalogue.likes(), audit, clock);
    private final UnlikeImage unlike = new UnlikeImage(transactions, catalogue.imageViews(), catalogue.likes(), audit, clock);
    private final RateImage rate = new RateImage(transactions, catalogue.imageViews(), catalogue.ratings(), audit, clock);
    private final UnrateImage unrate = new UnrateImage(transactions, catalogue.imageViews(), catalogue.ratings(), audit, clock);

    @Nested
    class Likes {

        @Test
        void areCountedForEverybodyWhoSeesTheImage() {
            Image image = shown();

            like.handle(BOB, new LikeImage.Command(image.id()));
            like.handle(BOB, new LikeImage.Command(image.id()));
            like.handle(EVE, new LikeImage.Command(image.id()));

            assertThat(opinions(ADA, image)).isEqualTo(new ImageView.Opinions(2, false, null, 0));
            assertThat(opinions(BOB, image)).isEqualTo(new ImageView.Opinions(2, true, null, 0));
            assertThat(opinions(Viewer.ANONYMOUS, image)).isEqualTo(new ImageView.Opinions(2, false, null, 0));
        }

        @Test
        void areTakenBackOnce() {
            Image image = shown();
            like.handle(BOB, new LikeImage.Command(image.id()));

            unlike.handle(BOB, new UnlikeImage.Command(image.id()));
            unlike.handle(BOB, new UnlikeImage.Command(image.id()));

            assertThat(opinions(ADA, image)).isEqualTo(ImageView.Opinions.NONE);
            assertThat(trail.actions()).containsExactly("image.like", "image.unlike");
        }
    }

    @Nested
    class Ratings {

        @Test
        void areEverybodysOwn() {
            Image image = shown();

            rate.handle(BOB, new RateImage.Command(image.id(), new Stars(2)));
            rate.handle(BOB, new RateImage.Command(image.id(), new Stars(5)));
            rate.handle(BOB, new RateImage.Command(image.id(), new Stars(5)));

            assertThat(opinions(BOB, image).rating()).isEqualTo(5);
            assertThat(opinions(ADA, image).rating()).isNull();
            assertThat(trail.actions()).containsExactly("image.rate", "image.rate");
        }

        @Test
        void areTakenBackOnce() {
            Image image = shown();
            rate.handle(BOB, new RateImage.Command(image.id(), new Stars(2)));

            unrate.handle(BOB, new UnrateImage.Command(image.id()));
            unrate.handle(BOB, new UnrateImage.Command(image.id()));

            assertThat(opinions(BOB, image).rating()).isNull();
            assertThat(trail.actions()).containsExactly("image.rate", "image.unrate");
        }
    }

    @Test
    void hideWhatTheViewerCannotSee() {
        Image image = given(anImage());

        assertHidden(() -> like.handle(EVE, new LikeImage.Command(image.id())));
        assertHidden(() -> unlike.handle(EVE, new UnlikeImage.Command(image.id())));
        assertHidden(() -> rate.handle(EVE, new RateImage.Command(image.id(), new Stars(1))));
        assertHidden(() -> unrate.handle(EVE, new UnrateImage.Command(image.id())));
    }

    @Test
    void areForMembersAlone() {
        Image image = shown();

        assertThat(refusedWithoutTrace(() -> like.handle(Viewer.ANONYMOUS, new LikeImage.Command(image.id()))))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusedWithoutTrace(() -> rate.handle(Viewer.ANONYMOUS, new RateImage.Command(image.id(), new Stars(1)))))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    private Image shown() {
        Image image = given(anImage());
        place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);
        return image;
    }

    private ImageView.Opinions opinions(Viewer viewer, Image image) {
        return catalogue.imageViews().find(viewer, image.id()).orElseThrow().opinions();
    }
}
