package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.PLACE;
import static dev.albumen.domain.image.ImageBuilder.TALKATIVE;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.job.InMemoryLease;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessImageTest extends UseCaseTest {

    private static final Recipe THUMBNAIL = Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.JPEG);

    private final FakeRenderer renderer = new FakeRenderer();
    private final InMemoryLease lease = new InMemoryLease();
    private ProcessImage process;

    @BeforeEach
    void makeUseCase() {
        process = process(false);
    }

    @Test
    void makesAnImageReady() {
        Image image = pending("sea");

        process(image);

        Image ready = current(image).orElseThrow();
        assertThat(ready.status()).isEqualTo(FakeRenderer.READY);
        assertThat(ready.metadata()).isEqualTo(TALKATIVE);
        assertThat(ready.takenAt()).isEqualTo(TALKATIVE.takenAt());
        assertThat(keys()).contains(BlobKey.rendition(image.sha256(), THUMBNAIL));
        assertNothingStaged();
    }

    @Test
    void hasAReadyImageLabelledWhereThatIsWanted() {
        Image image = pending("sea");
        process(image);
        assertThat(queue.waiting()).isEmpty();

        process = process(true);
        Image labelled = pending("sky");
        process(labelled);
        process(labelled);
        process(pending("broken"));
        assertThat(queue.waiting()).containsExactly(new Job.LabelImage(labelled.id()));
    }

    private ProcessImage process(boolean labels) {
        return new ProcessImage(transactions, catalogue.images(), blobs, staging, renderer,
                (file, type) -> TALKATIVE.at(null), gps -> gps.equals(TALKATIVE.gps()) ? Optional.of(PLACE) : Optional.empty(), jobs,
                new AfterRendering(labels), clock);
    }

    @Test
    void keepsWhatWasLearnedOfAVideo() {
        Video video = new Video(12.5, "h264", Video.Poster.NO_TOOL);
        Image image = pending("sea");
        renderer.finds(video);

        process(image);

        assertThat(current(image).orElseThrow().status())
                .isInstanceOfSatisfying(ImageStatus.Ready.class, ready -> assertThat(ready.video()).isEqualTo(video));
    }

    @Test
    void saysWhyAnImageDoesNotDecode() {
        Image image = pending("broken");

        process(image);

        assertThat(current(image).orElseThrow().status())
                .isEqualTo(new ImageStatus.Failed("image-undecodable", FakeRenderer.REASON));
        assertThat(keys()).containsExactly(BlobKey.original(image.sha256()));
    }

    @Test
    void changesNothingWhenItIsRepeated() {
        Image image = pending("sea");
        process(image);
        Image ready = current(image).orElseThrow();

        process(image);

        assertThat(current(image)).contains(ready);
        assertThat(renderer.rendered()).isOne();
    }

    @Test
    void leavesAnImageThatIsGone() {
        process(anImage().build());

        assertThat(renderer.rendered()).isZero();
        assertThat(keys()).isEmpty();
    }

    @Test
    void leavesAnImageThatGoesMeanwhile() {
        Image image = pending("sea");
        renderer.beforeNext(() -> transactions.writing(() -> {
            catalogue.images().save(image.trashed(NOON));
            catalogue.images().purge(image.id());
        }));

        process(image);

        assertThat(current(image)).isEmpty();
    }

    @Test
    void leavesAnImageThatAnotherNodeDecidedMeanwhile() {
        Image image = pending("sea");
        renderer.beforeNext(() -> process(image));

        process(image);

        assertThat(renderer.rendered()).isEqualTo(2);
        assertThat(current(image).orElseThrow().version()).as("decided once").isEqualTo(2);
    }

    @Test
    void keepsWhatTheOwnerChangedMeanwhile() {
        Image image = pending("sea");
        renderer.beforeNext(() -> transactions.writing(() -> catalogue.images().save(
                image.changed(new Image.Patch(Change.to("Sky"), Change.keep(), Change.to(NOON), Change.keep()), NOON))));

        process(image);

        assertThat(current(image).orElseThrow().title()).isEqualTo("Sky");
        assertThat(current(image).orElseThrow().takenAt()).isEqualTo(NOON);
        assertThat(current(image).orElseThrow().ready()).isTrue();
    }

    @Test
    void isTriedAgainWhereTheOriginalIsNotToBeHad() {
        Image image = given(anImage().pending());

        assertThatThrownBy(() -> process(image)).isInstanceOf(DependencyException.class);
        assertThat(current(image)).contains(image);
    }

    @Test
    void changesNothingOnceItWasTakenForDead() {
        Image image = pending("sea");
        renderer.beforeNext(lease::lose);

        assertThatThrownBy(() -> process(image)).isInstanceOf(LeaseLostException.class);
        assertThat(current(image)).contains(image);
    }

    @Test
    void isTheInstancesOwnWork() {
        Image image = pending("sea");

        assertForbidden(() -> process.handle(ROOT, new ProcessImage.Command(image.id(), lease)));
    }

    private void process(Image image) {
        process.handle(Viewer.WORKER, new ProcessImage.Command(image.id(), lease));
    }

    private Image pending(String bytes) {
        Image image = given(anImage().pending().containing(Sha256.of(bytes)));
        keepBlob(BlobKey.original(image.sha256()), bytes);
        return image;
    }
}
