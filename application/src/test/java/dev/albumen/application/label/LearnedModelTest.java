package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.label.LabelRun.Tally;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nodes count that have not yet asked a labeler whose answers alone tell its model. */
class LearnedModelTest extends LabelTest {

    private static final Provider SECOND = new Provider(FakeLabeler.BY.name(), "2");

    /** That of a node that has not asked. */
    private final FakeLabeler fresh = new FakeLabeler(2);

    @BeforeEach
    void learn() {
        fresh.isNow("1");
        labeler.isNow("2");
    }

    @Test
    void countsWhatTheModelThatIsKnownByNowHasLabelled() {
        labelled(2);
        given(anImage().ownedBy(ADA));

        EstimateLabeling.Estimate seen = estimate();

        assertThat(seen.by()).isEqualTo(SECOND);
        assertThat(seen.images()).isOne();
        assertThat(seen.calls()).isEqualTo(2);
        assertThat(start().images()).isOne();
    }

    @Test
    void countsWhatOlderModelsHaveLabelled() {
        labeler.isNow("1");
        labelled(1);
        labeler.isNow("2");
        labelled(1);

        assertThat(estimate().images()).isOne();
    }

    @Test
    void paysForNoneThatTheModelHasLabelled() {
        labelled(2);
        LabelRun run = start();

        work(run);

        assertThat(fresh.labelled()).isZero();
        assertThat(catalogue.labelRuns().find(run.id()).orElseThrow().state()).isEqualTo(LabelRun.State.DONE);
    }

    @Test
    void paysForNoneThatAModelLabelsThatNobodyKnewWhenItBegan() {
        labeler.isNow("1");
        labelled(1);
        List<Image> images = IntStream.range(0, 2).mapToObj(i -> given(anImage().ownedBy(ADA)))
                .sorted(Comparator.comparing(image -> image.id().toString())).toList();
        clock.pass(Duration.ofSeconds(1));
        LabelRun run = start();
        clock.pass(Duration.ofSeconds(1));
        labeler.isNow("2");
        fresh.isNow("2");
        fresh.meanwhile(() -> label(images.getLast()));

        work(run);

        assertThat(fresh.labelled()).isOne();
        assertThat(catalogue.labelRuns().find(run.id()).orElseThrow().tally()).isEqualTo(new Tally(1, 0, 1));
    }

    @Test
    void takesALabelersOwnWordWhereItKnowsItsModel() {
        labelled(1);
        FakeLabeler knowing = new FakeLabeler(0);

        assertThat(new EstimateLabeling(transactions, catalogue.labelRuns(), knowing, catalogue.labelBudget(), settings, clock)
                .handle(ADA, new EstimateLabeling.Query(LabelScope.OWN, false)).images()).isOne();
    }

    private void labelled(int number) {
        IntStream.range(0, number).forEach(i -> label(given(anImage().ownedBy(ADA))));
    }

    private void label(Image image) {
        labeling.label(image.id(), lease, sheet -> true);
    }

    private EstimateLabeling.Estimate estimate() {
        return new EstimateLabeling(transactions, catalogue.labelRuns(), fresh, catalogue.labelBudget(), settings, clock)
                .handle(ADA, new EstimateLabeling.Query(LabelScope.OWN, false));
    }

    private LabelRun start() {
        return new StartLabeling(transactions, catalogue.labelRuns(), fresh, jobs, ids, audit, clock)
                .handle(ADA, new StartLabeling.Command(LabelScope.OWN, false));
    }

    private void work(LabelRun run) {
        Labeling asks = new Labeling(transactions, catalogue.images(), fresh, catalogue.imageLabels(), catalogue.reviews(),
                catalogue.labelBudget(), settings, clock);
        new LabelLibrary(transactions, catalogue.labelRuns(), asks, fresh, jobs, clock)
                .handle(Viewer.WORKER, new LabelLibrary.Command(run.id(), lease));
    }
}
