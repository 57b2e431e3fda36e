package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.label.ImageLabels.Status;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.Test;

class LabelImageTest extends LabelTest {

    private final LabelImage label = new LabelImage(labeling);

    @Test
    void suggestsTheSurestFindings() {
        Image image = given(anImage());
        labeler.sees(Finding.of("sea", null, new Confidence(600)), Finding.of("sky", null, new Confidence(900)),
                Finding.of("boat", null, new Confidence(499)), Finding.of("rain", null, new Confidence(700)),
                Finding.of("quay", null, new Confidence(500)));

        label(image);

        assertThat(sheet(image).status()).isEqualTo(Status.LABELLED);
        assertThat(sheet(image).by()).isEqualTo(FakeLabeler.BY);
        assertThat(sheet(image).labels()).extracting(one -> one.found().name().value()).containsExactly("sky", "rain", "sea");
        assertThat(current(image)).as("a suggestion changes nothing that others see").contains(image);
    }

    @Test
    void leavesWhatCannotBeLabelledNow() {
        label(anImage().build());
        label(given(anImage().pending()));
        label(given(anImage().failed()));
        Image trashed = given(anImage());
        transactions.writing(() -> catalogue.images().save(trashed.trashed(NOON)));
        label(trashed);

        assertThat(labeler.labelled()).isZero();
        assertThat(catalogue.labelBudget().spent(TODAY)).isZero();
    }

    @Test
    void letsAPictureBeAskedForAgainThatCouldNotBeLabelledInItsTurn() {
        Image image = given(anImage());
        transactions.writing(() -> {
            catalogue.imageLabels().await(image.id(), clock.instant());
            catalogue.images().save(image.trashed(NOON));
        });

        label(image);

        assertThat(sheet(image).status()).isEqualTo(Status.FAILED);
        assertThat(sheet(image).failure()).contains("in the trash");
        assertThat(transactions.<Boolean>write(() -> catalogue.imageLabels().await(image.id(), clock.instant()))).isTrue();
    }

    @Test
    void paysOnceForWhatWasLabelledMeanwhile() {
        Image image = given(anImage());
        label(image);
        label(image);
        assertThat(labeler.labelled()).isOne();

        transactions.writing(() -> catalogue.imageLabels().await(image.id(), clock.instant()));
        label(image);
        assertThat(labeler.labelled()).as("somebody asked for it anew").isEqualTo(2);
    }

    @Test
    void setsCallsAsideBeforeTheyAreMade() {
        labeler.meanwhile(() -> assertThat(catalogue.labelBudget().spent(TODAY, ADA.userId())).isEqualTo(2));

        label(given(anImage().ownedBy(ADA)));

        assertThat(labeler.labelled()).isOne();
        assertThat(catalogue.labelBudget().spent(TODAY)).isEqualTo(2);
    }

    @Test
    void postponesWhatTheBudgetDoesNotAllow() {
        for (int i = 0; i < 3; i++) {
            label(given(anImage().ownedBy(ADA)));
        }
        Image beyond = given(anImage().ownedBy(ADA));
        label(beyond);
        assertThat(sheet(beyond).status()).isEqualTo(Status.POSTPONED);
        assertThat(labeler.labelled()).as("no call was made").isEqualTo(3);

        label(given(anImage().ownedBy(BOB)));
        label(given(anImage().ownedBy(BOB)));
        Image last = given(anImage().ownedBy(BOB));
        label(last);
        assertThat(sheet(last).status()).as("the instance's").isEqualTo(Status.POSTPONED);
        assertThat(catalogue.labelBudget().spent(TODAY)).isEqualTo(10);
    }

    @Test
    void givesBackCallsThatWereNotMade() {
        labeler.meanwhile(() -> {
            throw new Labeler.UnavailableException("too busy", 1, new IllegalStateException());
        });
        Image image = given(anImage().ownedBy(ADA));

        assertThatThrownBy(() -> label(image)).isInstanceOf(Labeler.UnavailableException.class);

        assertThat(catalogue.labelBudget().spent(TODAY)).isEqualTo(1);
        assertThat(sheet(image).status()).isEqualTo(Status.NONE);
    }

    @Test
    void keepsWhyAPictureCannotBeLabelled() {
        Image image = given(anImage());
        labeler.cannotRead("It shows nothing.", 0);

        label(image);

        assertThat(sheet(image).status()).isEqualTo(Status.FAILED);
        assertThat(sheet(image).failure()).isEqualTo("It shows nothing.");
        assertThat(catalogue.labelBudget().spent(TODAY)).isZero();
    }

    @Test
    void tellsModeratorsWhatToLookAt() {
        Image image = given(anImage());
        labeler.isConcerned(new Concern("Violence", new Confidence(900)));

        label(image);

        assertThat(catalogue.reviews().list(true, PageRequest.first(9)).items()).extracting(Reviews.Review::image)
                .containsExactly(image.id());
        assertThat(current(image)).as("nothing else happens").contains(image);
    }

    @Test
    void keepsNothingWhereAnotherTryHasTheJob() {
        Image image = given(anImage());
        labeler.meanwhile(lease::lose);

        assertThatThrownBy(() -> label(image)).isInstanceOf(LeaseLostException.class);

        assertThat(sheet(image)).isEqualTo(ImageLabels.Sheet.EMPTY);
    }

    @Test
    void isForWorkers() {
        assertThatThrownBy(() -> label.handle(ROOT, new LabelImage.Command(anImage().build().id(), lease)))
                .isInstanceOf(RuntimeException.class);
    }

    private void label(Image image) {
        label.handle(Viewer.WORKER, new LabelImage.Command(image.id(), lease));
    }
}
