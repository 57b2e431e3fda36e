package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.job.Job;
import dev.albumen.application.label.ImageLabels.Status;
import dev.albumen.application.label.LabelRun.State;
import dev.albumen.application.label.LabelRun.Tally;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Viewer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LabelLibraryTest extends LabelTest {

    private final LabelRunAccess access = new LabelRunAccess(catalogue.labelRuns());
    private final EstimateLabeling estimate = new EstimateLabeling(
            transactions, catalogue.labelRuns(), labeler, catalogue.labelBudget(), settings, clock);
    private final StartLabeling start =
            new StartLabeling(transactions, catalogue.labelRuns(), labeler, jobs, ids, audit, clock);
    private final ReadLabeling read = new ReadLabeling(transactions, access);
    private final CancelLabeling cancel = new CancelLabeling(transactions, access, catalogue.labelRuns(), audit, clock);
    private final LabelLibrary library =
            new LabelLibrary(transactions, catalogue.labelRuns(), labeling, labeler, jobs, clock);
    private final LabelImage label = new LabelImage(labeling);
    private final ResumeLabeling resume = new ResumeLabeling(
            transactions, catalogue.imageLabels(), catalogue.labelRuns(), catalogue.labelBudget(), jobs, clock);

    @Test
    void saysWhatItWouldCost() {
        images(3);
        given(anImage().ownedBy(BOB));
        labeling.label(images(1).getFirst().id(), lease, sheet -> true);

        EstimateLabeling.Estimate own = estimate.handle(ADA, new EstimateLabeling.Query(LabelScope.OWN, false));
        assertThat(own).isEqualTo(new EstimateLabeling.Estimate(FakeLabeler.BY, 3, 6, new BigDecimal("0.01"), 4));
        assertThat(estimate.handle(ADA, new EstimateLabeling.Query(LabelScope.OWN, true)).calls()).isEqualTo(8);
        assertThat(estimate.handle(ROOT, new EstimateLabeling.Query(LabelScope.INSTANCE, false)))
                .isEqualTo(new EstimateLabeling.Estimate(FakeLabeler.BY, 4, 8, new BigDecimal("0.01"), 8));
        assertForbidden(() -> estimate.handle(ADA, new EstimateLabeling.Query(LabelScope.INSTANCE, false)));
    }

    @Test
    void labelsOnesOwnPictures() {
        List<Image> adas = images(3);
        Image bobs = given(anImage().ownedBy(BOB));
        LabelRun run = start(ADA, LabelScope.OWN, false);
        assertThat(queue.waiting()).containsExactly(new Job.LabelLibrary(run.id()));

        work(run);

        LabelRun done = read(ADA, run);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.images()).isEqualTo(3);
        assertThat(done.tally()).isEqualTo(new Tally(3, 0, 0));
        assertThat(adas).allSatisfy(image -> assertThat(states(image)).containsKey(SEA));
        assertThat(states(bobs)).isEmpty();
        work(run);
        assertThat(labeler.labelled()).isEqualTo(3);
    }

    @Test
    void goesOnInAFurtherJobWhenItsTimeIsUp() {
        images(3);
        LabelRun run = start(ADA, LabelScope.OWN, false);
        labeler.meanwhile(() -> clock.pass(LabelLibrary.SLICE));

        work(run);
        assertThat(read(ADA, run).tally().all()).isEqualTo(1);
        assertThat(queue.waiting()).containsExactly(new Job.LabelLibrary(run.id()), new Job.LabelLibrary(run.id()));

        work(run);
        work(run);
        assertThat(read(ADA, run).tally().all()).isEqualTo(3);
        work(run);
        assertThat(read(ADA, run).state()).isEqualTo(State.DONE);
    }

    @Test
    void waitsForTheNextDaysBudget() {
        images(5);
        LabelRun run = start(ADA, LabelScope.OWN, false);

        work(run);
        assertThat(read(ADA, run).state()).isEqualTo(State.POSTPONED);
        assertThat(read(ADA, run).tally()).isEqualTo(new Tally(3, 0, 0));
        resume.handle(Viewer.WORKER);
        assertThat(read(ADA, run).state()).as("the same day").isEqualTo(State.POSTPONED);

        clock.pass(Duration.ofDays(1));
        resume.handle(Viewer.WORKER);
        assertThat(read(ADA, run).state()).isEqualTo(State.RUNNING);
        work(run);
        assertThat(read(ADA, run).state()).isEqualTo(State.DONE);
        assertThat(read(ADA, run).tally()).isEqualTo(new Tally(5, 0, 0));
    }

    @Test
    void goesPastThePicturesOfWhoeverHasSpentTheirBudget() {
        List<Image> adas = images(5);
        List<Image> bobs = List.of(given(anImage().ownedBy(BOB)), given(anImage().ownedBy(BOB)));
        LabelRun run = start(ROOT, LabelScope.INSTANCE, false);

        work(run);

        assertThat(read(ROOT, run).state()).isEqualTo(State.DONE);
        assertThat(read(ROOT, run).tally()).isEqualTo(new Tally(5, 0, 2));
        assertThat(bobs).allSatisfy(image -> assertThat(states(image)).containsKey(SEA));
        List<Image> waiting = adas.stream().filter(image -> sheet(image).status() == Status.POSTPONED).toList();
        assertThat(waiting).hasSize(2);

        clock.pass(Duration.ofDays(1));
        resume.handle(Viewer.WORKER);
        assertThat(queue.waiting()).containsExactlyInAnyOrder(new Job.LabelLibrary(run.id()),
                new Job.LabelImage(waiting.getFirst().id()), new Job.LabelImage(waiting.getLast().id()));
    }

    @Test
    void leavesAPictureToTheJobThatItWaitsFor() {
        List<Image> adas = images(2);
        LabelRun run = start(ADA, LabelScope.OWN, true);
        transactions.writing(() -> catalogue.imageLabels().await(adas.getFirst().id(), clock.instant()));

        work(run);

        assertThat(read(ADA, run).tally()).isEqualTo(new Tally(1, 0, 1));
        label(adas.getFirst());
        assertThat(labeler.labelled()).isEqualTo(2);
    }

    @Test
    void paysOnceForAPictureThatIsLabelledWhileItRuns() {
        List<Image> adas = images(2);
        clock.pass(Duration.ofSeconds(1));
        LabelRun run = start(ADA, LabelScope.OWN, true);
        clock.pass(Duration.ofSeconds(1));
        adas.forEach(this::label);

        work(run);

        assertThat(read(ADA, run).tally()).isEqualTo(new Tally(0, 0, 2));
        assertThat(labeler.labelled()).isEqualTo(2);
    }

    @Test
    void waitsWhereTheInstanceHasSpentItsBudget() {
        images(3);
        List<Image> bobs = List.of(given(anImage().ownedBy(BOB)), given(anImage().ownedBy(BOB)), given(anImage().ownedBy(BOB)));
        LabelRun run = start(ROOT, LabelScope.INSTANCE, false);

        work(run);

        assertThat(read(ROOT, run).state()).isEqualTo(State.POSTPONED);
        assertThat(read(ROOT, run).tally()).isEqualTo(new Tally(5, 0, 0));
        assertThat(bobs).as("it is the labelling that waits").noneMatch(image -> sheet(image).status() == Status.POSTPONED);
    }

    @Test
    void hasASinglePicturesLabellingGoOnTheNextDay() {
        images(3).forEach(this::label);
        Image fourth = images(1).getFirst();
        label(fourth);

        resume.handle(Viewer.WORKER);
        assertThat(queue.waiting()).isEmpty();
        clock.pass(Duration.ofDays(1));
        resume.handle(Viewer.WORKER);
        resume.handle(Viewer.WORKER);

        assertThat(queue.waiting()).containsExactly(new Job.LabelImage(fourth.id()));
    }

    @Test
    void countsPicturesThatCannotBeLabelled() {
        images(2);
        labeler.cannotRead("It shows nothing.", 0);
        LabelRun run = start(ADA, LabelScope.OWN, false);

        work(run);

        assertThat(read(ADA, run).tally()).isEqualTo(new Tally(0, 2, 0));
    }

    @Test
    void endsWhenItIsCancelled() {
        images(2);
        LabelRun run = start(ADA, LabelScope.OWN, false);
        labeler.meanwhile(() -> cancel.handle(ADA, new CancelLabeling.Command(run.id())));

        work(run);

        assertThat(read(ADA, run).state()).isEqualTo(State.CANCELLED);
        assertThat(labeler.labelled()).isOne();
        work(run);
        assertThat(labeler.labelled()).isOne();
        cancel.handle(ADA, new CancelLabeling.Command(run.id()));
        assertThat(trail.actions()).containsExactly("label.start-run", "label.cancel-run");
    }

    @Test
    void hasOneOfTheSameImagesGoOn() {
        images(1);
        LabelRun run = start(ADA, LabelScope.OWN, false);

        assertThat(start(ADA, LabelScope.OWN, false)).isEqualTo(run);
        assertRefused("labeling-running", () -> start(ADA, LabelScope.OWN, true));
        assertThat(start(ROOT, LabelScope.INSTANCE, true).id()).isNotEqualTo(run.id());
        assertForbidden(() -> start(ADA, LabelScope.INSTANCE, true));
    }

    @Test
    void isNobodyElsesBusiness() {
        LabelRun adas = start(ADA, LabelScope.OWN, false);
        LabelRun all = start(ROOT, LabelScope.INSTANCE, false);

        assertHidden(() -> read(EVE, adas));
        assertHidden(() -> read(ADA, all));
        assertHidden(() -> cancel.handle(EVE, new CancelLabeling.Command(adas.id())));
        assertHidden(() -> read.handle(ADA, new ReadLabeling.Query(new UUID(7, 7))));
        assertThat(read(ROOT, adas)).isEqualTo(adas);
    }

    private List<Image> images(int number) {
        List<Image> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            made.add(given(anImage().ownedBy(ADA)));
        }
        return made;
    }

    private void label(Image image) {
        label.handle(Viewer.WORKER, new LabelImage.Command(image.id(), lease));
    }

    private LabelRun start(Viewer viewer, LabelScope scope, boolean again) {
        return start.handle(viewer, new StartLabeling.Command(scope, again));
    }

    private LabelRun read(Viewer viewer, LabelRun run) {
        return read.handle(viewer, new ReadLabeling.Query(run.id()));
    }

    private void work(LabelRun run) {
        library.handle(Viewer.WORKER, new LabelLibrary.Command(run.id(), lease));
    }

    /** One slice of so many pictures. */
    private void work(LabelRun run, int pictures) {
        labeler.meanwhile(() -> {
            if (labeler.labelled() == pictures) {
                clock.pass(LabelLibrary.SLICE);
            }
        });
        work(run);
        labeler.meanwhile(() -> {});
    }
}
