package dev.albumen.application.label;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.label.ImageLabels.Status;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DecideLabelsTest extends LabelTest {

    private final RequestLabels request =
            new RequestLabels(transactions, labelled, catalogue.imageLabels(), jobs, audit, clock);
    private final ListLabels list = new ListLabels(transactions, labelled, catalogue.imageLabels());
    private final AcceptLabel accept =
            new AcceptLabel(transactions, labelled, catalogue.imageLabels(), catalogue.blockedLabels(), catalogue.tags(),
                    audit, clock);
    private final RejectLabel reject = new RejectLabel(
            transactions, labelled, catalogue.imageViews(), catalogue.imageLabels(), catalogue.tags(), audit, clock);

    @Test
    void hasAnImageLabelledOnceHoweverOftenItIsAskedFor() {
        Image image = given(anImage());

        assertThat(request(ADA, image).status()).isEqualTo(Status.WAITING);
        assertThat(request(ADA, image).status()).isEqualTo(Status.WAITING);

        assertThat(queue.waiting()).containsExactly(new Job.LabelImage(image.id()));
        assertThat(trail.actions()).containsExactly("image.label");
    }

    @Test
    void refusesAnImageThatIsNotReady() {
        Image trashed = given(anImage());
        transactions.writing(() -> catalogue.images().save(trashed.trashed(NOON)));

        for (Image image : List.of(given(anImage().pending()), given(anImage().failed()), trashed)) {
            assertRefused("image-not-ready", () -> request(ADA, image));
        }
    }

    @Test
    void makesAnAcceptedLabelATagOfTheLabelers() {
        Image image = labelled();

        accept(ADA, image);
        accept(ADA, image);

        assertThat(catalogue.tags().of(image.id())).containsExactly(Map.entry(SEA, TagSource.LABELER));
        assertThat(states(image)).containsEntry(SEA, LabelState.ACCEPTED);
        assertThat(trail.actions()).containsExactly("image.accept-label");
    }

    @Test
    void takesARejectedLabelsTagAway() {
        Image image = labelled();
        accept(ADA, image);

        reject(ADA, image);
        reject(ADA, image);

        assertThat(catalogue.tags().of(image.id())).isEmpty();
        assertThat(states(image)).containsEntry(SEA, LabelState.REJECTED);
        assertThat(trail.actions()).containsExactly("image.accept-label", "image.reject-label");
    }

    @Test
    void leavesATagThatAUserGave() {
        Image image = labelled();
        transactions.writing(() -> catalogue.tags().tag(ADA.userId(), image.id(), List.of(SEA), TagSource.USER));

        reject(ADA, image);

        assertThat(catalogue.tags().of(image.id())).containsExactly(Map.entry(SEA, TagSource.USER));
    }

    @Test
    void neverBringsARejectedLabelBackUntilItIsAcceptedAfterAll() {
        Image image = labelled();
        reject(ADA, image);

        labeling.label(image.id(), lease, sheet -> true);
        assertThat(states(image)).containsEntry(SEA, LabelState.REJECTED);

        accept(ADA, image);
        labeling.label(image.id(), lease, sheet -> true);
        assertThat(states(image)).containsEntry(SEA, LabelState.ACCEPTED);
    }

    @Test
    void acceptsNoNameThatIsBlocked() {
        for (Optional<UserId> owner : List.of(Optional.of(ADA.userId()), Optional.<UserId>empty())) {
            Image image = labelled();
            reject(ADA, image);
            transactions.writing(() -> catalogue.blockedLabels().add(owner, SEA, NOON));

            assertRefused("label-blocked", () -> accept(ADA, image));

            assertThat(catalogue.tags().of(image.id())).isEmpty();
            assertThat(states(image)).containsEntry(SEA, LabelState.REJECTED);
            transactions.writing(() -> catalogue.blockedLabels().remove(owner, SEA));
            accept(ADA, image);
        }
    }

    @Test
    void rejectsALabelersTagOfWhichNothingElseIsKnown() {
        Image image = given(anImage().ownedBy(ADA));
        transactions.writing(() -> catalogue.tags().tag(ADA.userId(), image.id(), List.of(SEA), TagSource.LABELER));

        reject(ADA, image);
        labeling.label(image.id(), lease, sheet -> true);

        assertThat(catalogue.tags().of(image.id())).isEmpty();
        assertThat(states(image)).containsExactly(Map.entry(SEA, LabelState.REJECTED));
        assertThat(trail.actions()).containsExactly("image.reject-label");
    }

    @Test
    void rejectsNoTagThatAUserGaveAndNoLabelerSuggested() {
        Image image = given(anImage().ownedBy(ADA));
        transactions.writing(() -> catalogue.tags().tag(ADA.userId(), image.id(), List.of(SEA), TagSource.USER));

        assertHidden(() -> reject(ADA, image));
    }

    @Test
    void decidesAboutNothingElse() {
        Image image = labelled();
        TagName none = new TagName("boat");

        assertHidden(() -> accept.handle(ADA, new AcceptLabel.Command(image.id(), none)));
        assertHidden(() -> reject.handle(ADA, new RejectLabel.Command(image.id(), none)));
    }

    @Test
    void isForThoseWhoMayChangeTheImage() {
        Image image = labelled();
        for (boolean seen : List.of(false, true)) {
            List<ThrowingCallable> acts = List.of(() -> request(EVE, image), () -> list(EVE, image),
                    () -> accept(EVE, image), () -> reject(EVE, image));
            for (var act : acts) {
                if (seen) {
                    assertForbidden(act);
                } else {
                    assertHidden(act);
                }
            }
            place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);
        }
        assertThat(list(ROOT, image).labels()).hasSize(1);
        accept(ROOT, image);
        assertThat(catalogue.tags().of(ADA.userId())).as("the owner's").containsExactly(SEA);
    }

    private Image labelled() {
        Image image = given(anImage().ownedBy(ADA));
        labeling.label(image.id(), lease, sheet -> true);
        return image;
    }

    private ImageLabels.Sheet request(Viewer viewer, Image image) {
        return request.handle(viewer, new RequestLabels.Command(image.id()));
    }

    private ImageLabels.Sheet list(Viewer viewer, Image image) {
        return list.handle(viewer, new ListLabels.Query(image.id()));
    }

    private void accept(Viewer viewer, Image image) {
        accept.handle(viewer, new AcceptLabel.Command(image.id(), SEA));
    }

    private void reject(Viewer viewer, Image image) {
        reject.handle(viewer, new RejectLabel.Command(image.id(), SEA));
    }
}
