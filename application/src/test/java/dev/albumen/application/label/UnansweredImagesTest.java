package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.label.LabelRun.State;
import dev.albumen.application.label.LabelRun.Tally;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.InMemoryBlobStore;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a labelling of many images does where its labeler does not answer for some. */
class UnansweredImagesTest extends LabelTest {

    @TempDir
    Path folder;

    private final FakeLabeler labeler = new FakeLabeler(0);
    private final Labeling labeling = new Labeling(transactions, catalogue.images(), labeler, catalogue.imageLabels(),
            catalogue.reviews(), catalogue.labelBudget(), settings, clock);
    private final StartLabeling start =
            new StartLabeling(transactions, catalogue.labelRuns(), labeler, jobs, ids, audit, clock);
    private final GiveUpLabeling giveUp =
            new GiveUpLabeling(transactions, catalogue.labelRuns(), catalogue.imageLabels(), labeler, clock);
    private final LabelLibrary library =
            new LabelLibrary(transactions, catalogue.labelRuns(), labeling, labeler, jobs, clock);

    @Test
    void goesPastAPictureThatIsNeverAnsweredFor() {
        List<Image> all = images(4);
        labeler.doesNotAnswerFor(all.getFirst(), all.get(2));
        LabelRun run = start();

        work(run);

        assertThat(now(run).state()).isEqualTo(State.DONE);
        assertThat(now(run).tally()).isEqualTo(new Tally(2, 2, 0));
        assertThat(sheet(all.get(2)).status()).isEqualTo(ImageLabels.Status.FAILED);
        assertThat(sheet(all.get(2)).failure()).contains("did not answer");
        assertThat(labeler.labelled()).as("each of them twice").isEqualTo(6);
    }

    @Test
    void asksForPicturesAgainThatWereNotAnsweredForWhileTheLabelerWasAway() {
        List<Image> all = images(8);
        LabelRun run = start();
        labeler.doesNotAnswerFor(all.toArray(Image[]::new));

        assertThatThrownBy(() -> work(run)).isInstanceOf(Labeler.UnavailableException.class);
        assertThat(labeler.labelled()).as("enough to tell").isEqualTo(LabelRun.MOST_UNANSWERED);
        assertThatThrownBy(() -> work(run)).as("a further try").isInstanceOf(Labeler.UnavailableException.class);
        assertThat(labeler.labelled()).isEqualTo(2 * LabelRun.MOST_UNANSWERED);
        labeler.doesNotAnswerFor();
        work(run);

        assertThat(now(run).state()).isEqualTo(State.DONE);
        assertThat(now(run).tally()).isEqualTo(new Tally(8, 0, 0));
    }

    @Test
    void doesNotForgetAtTheEndWhatItAskedForBeforeTheFirstAnswer() {
        List<Image> all = images(2);
        LabelRun run = start();
        labeler.doesNotAnswerFor(all.getFirst(), all.getLast());
        assertThatThrownBy(() -> work(run)).isInstanceOf(Labeler.UnavailableException.class);

        labeler.doesNotAnswerFor(all.getFirst());
        work(run);

        assertThat(now(run).state()).isEqualTo(State.DONE);
        assertThat(now(run).unanswered()).isEmpty();
        assertThat(now(run).tally()).isEqualTo(new Tally(1, 1, 0));
        assertThat(sheet(all.getFirst()).status()).isEqualTo(ImageLabels.Status.FAILED);
    }

    @Test
    void goesPastAnyNumberOfPicturesInARowThatAreAtFaultThemselves() throws IOException {
        List<Image> all = images(3 * LabelRun.MOST_UNANSWERED);
        for (Image image : all) {
            keep(BlobKey.original(image.sha256()));
        }
        keepThumbnail(all.getLast());
        LabelRun run = start();

        libraryOf(new FakeLabeler(0, Optional.of(blobs))).handle(Viewer.WORKER, new LabelLibrary.Command(run.id(), lease));

        assertThat(now(run).state()).isEqualTo(State.DONE);
        assertThat(now(run).tally()).isEqualTo(new Tally(1, all.size() - 1, 0));
        assertThat(sheet(all.getFirst()).status()).isEqualTo(ImageLabels.Status.FAILED);
        assertThat(sheet(all.getFirst()).failure()).contains("is lost");
    }

    @Test
    void asksForPicturesAgainAfterTheStorageWasAway() throws IOException {
        List<Image> all = images(2 * LabelRun.MOST_UNANSWERED);
        for (Image image : all) {
            keepThumbnail(image);
        }
        AtomicBoolean away = new AtomicBoolean(true);
        FakeLabeler reads = new FakeLabeler(0, Optional.of(new InMemoryBlobStore() {
            @Override
            public Optional<Content> open(BlobKey key) {
                if (away.get()) {
                    throw new DependencyException("the disk is away", new IOException());
                }
                return blobs.open(key);
            }
        }));
        LabelRun run = start();

        assertThatThrownBy(() -> libraryOf(reads).handle(Viewer.WORKER, new LabelLibrary.Command(run.id(), lease)))
                .isInstanceOf(Labeler.UnavailableException.class);
        assertThat(reads.labelled()).as("enough to tell").isEqualTo(LabelRun.MOST_UNANSWERED);
        assertThat(now(run).tally()).isEqualTo(Tally.NONE);
        away.set(false);
        libraryOf(reads).handle(Viewer.WORKER, new LabelLibrary.Command(run.id(), lease));

        assertThat(now(run).tally()).isEqualTo(new Tally(all.size(), 0, 0));
    }

    /** As a folder does whose volume is not mounted. */
    @Test
    void asksForPicturesAgainAfterTheStorageLookedEmpty() throws IOException {
        List<Image> all = images(2 * LabelRun.MOST_UNANSWERED);
        LabelLibrary reading = libraryOf(new FakeLabeler(0, Optional.of(blobs)));
        LabelRun run = start();

        assertThatThrownBy(() -> reading.handle(Viewer.WORKER, new LabelLibrary.Command(run.id(), lease)))
                .isInstanceOf(Labeler.UnavailableException.class);
        assertThat(now(run).tally()).isEqualTo(Tally.NONE);
        for (Image image : all) {
            keepThumbnail(image);
        }
        reading.handle(Viewer.WORKER, new LabelLibrary.Command(run.id(), lease));

        assertThat(now(run).tally()).isEqualTo(new Tally(all.size(), 0, 0));
    }

    private LabelLibrary libraryOf(FakeLabeler reads) {
        return new LabelLibrary(transactions, catalogue.labelRuns(), new Labeling(transactions, catalogue.images(), reads,
                catalogue.imageLabels(), catalogue.reviews(), catalogue.labelBudget(), settings, clock), reads, jobs, clock);
    }

    private void keepThumbnail(Image image) throws IOException {
        keep(BlobKey.rendition(image.sha256(), "thumbnail-v1.jpg"));
    }

    private void keep(BlobKey key) throws IOException {
        blobs.put(key, Files.createTempFile(folder, "blob", null));
    }

    @Test
    void failsWhereManyPicturesInARowAreNotAnsweredFor() {
        List<Image> all = images(8);
        LabelRun run = start();
        labeler.doesNotAnswerFor(all.toArray(Image[]::new));
        assertThatThrownBy(() -> work(run)).isInstanceOf(Labeler.UnavailableException.class);

        giveUp(run);

        assertThat(now(run).state()).isEqualTo(State.FAILED);
        assertThat(sheet(all.getFirst()).status()).isEqualTo(ImageLabels.Status.NONE);
        assertThat(start().images()).as("a new one labels the rest").isEqualTo(8);
    }

    @Test
    void isDoneWhereOnlyItsLastPicturesAreNotAnsweredFor() {
        List<Image> all = images(3);
        LabelRun run = start();
        labeler.doesNotAnswerFor(all.get(1), all.get(2));

        assertThatThrownBy(() -> work(run)).as("to be tried again later").isInstanceOf(Labeler.UnavailableException.class);
        assertThat(now(run).state()).isEqualTo(State.RUNNING);
        giveUp(run);

        assertThat(now(run).state()).isEqualTo(State.DONE);
        assertThat(now(run).tally()).isEqualTo(new Tally(1, 2, 0));
        assertThat(sheet(all.get(1)).status()).isEqualTo(ImageLabels.Status.FAILED);
    }

    @Test
    void failsWhereMoreIsLeftThanWhatWasNotAnsweredFor() {
        List<Image> all = images(3);
        LabelRun run = start();
        labeler.doesNotAnswerFor(all.getFirst());
        labeler.meanwhile(() -> {
            if (labeler.labelled() > 1) {
                throw new IllegalStateException("something else");
            }
        });
        assertThatThrownBy(() -> work(run)).isInstanceOf(IllegalStateException.class);

        giveUp(run);

        assertThat(now(run).state()).isEqualTo(State.FAILED);
    }

    /** In the order that a labelling takes them. */
    private List<Image> images(int number) {
        return IntStream.range(0, number).mapToObj(i -> given(anImage().ownedBy(ADA)))
                .sorted(Comparator.comparing(image -> image.id().toString())).toList();
    }

    private LabelRun start() {
        return start.handle(ADA, new StartLabeling.Command(LabelScope.OWN, false));
    }

    private LabelRun now(LabelRun run) {
        return catalogue.labelRuns().find(run.id()).orElseThrow();
    }

    private void work(LabelRun run) {
        library.handle(Viewer.WORKER, new LabelLibrary.Command(run.id(), lease));
    }

    private void giveUp(LabelRun run) {
        giveUp.handle(Viewer.WORKER, new GiveUpLabeling.Command(run.id()));
    }
}
