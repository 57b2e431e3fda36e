package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.label.LabelRun.State;
import dev.albumen.application.label.LabelRuns.Wanted;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of labellings of many images does. */
public abstract class LabelRunsContract extends CatalogueContract {

    private static final Provider NOW = new Provider("offline", "2");
    private static final Provider BEFORE = new Provider("offline", "1");

    @Test
    void letsOneOfTheSameImagesBeUnderWay() {
        LabelRun first = run(Optional.of(ada), 1);
        assertThat(begin(first)).isTrue();
        assertThat(begin(run(Optional.of(ada), 2))).isFalse();
        assertThat(begin(run(Optional.of(bob), 3))).isTrue();
        assertThat(begin(run(Optional.empty(), 4))).isTrue();
        assertThat(begin(run(Optional.empty(), 5))).isFalse();
        assertThat(latest(ada)).contains(first);

        LabelRun postponed = first.become(State.POSTPONED, NOON);
        assertThat(save(postponed)).isTrue();
        assertThat(begin(run(Optional.of(ada), 6))).isFalse();
        assertThat(read(() -> catalogue.labelRuns().postponed())).containsExactly(postponed);

        assertThat(save(postponed.become(State.CANCELLED, NOON))).isTrue();
        assertThat(begin(run(Optional.of(ada), 7))).isTrue();
        assertThat(latest(ada)).map(LabelRun::id).contains(new UUID(0, 7));
        assertThat(read(() -> catalogue.labelRuns().find(first.id()))).contains(postponed.become(State.CANCELLED, NOON));
    }

    @Test
    void letsOneOfTwoTakeAStep() {
        LabelRun begun = run(Optional.of(ada), 1);
        begin(begun);
        LabelRun one = begun.past(new ImageId(new UUID(1, 1)), Labeling.Outcome.LABELLED, NOON.plusSeconds(1));

        assertThat(save(one)).isTrue();
        assertThat(save(begun.past(new ImageId(new UUID(1, 1)), Labeling.Outcome.FAILED, NOON))).isFalse();

        assertThat(latest(ada)).contains(one);
        assertThat(save(one.past(new ImageId(new UUID(1, 2)), Labeling.Outcome.SKIPPED, NOON))).isTrue();
        assertThat(latest(ada)).map(LabelRun::tally).contains(new LabelRun.Tally(1, 0, 1));
    }

    @Test
    void keepsWhichImagesWereNotAnsweredFor() {
        ImageId bad = new ImageId(new UUID(1, 1));
        ImageId worse = new ImageId(new UUID(1, 2));
        LabelRun begun = run(Optional.of(ada), 1);
        begin(begun);

        LabelRun two = begun.unanswered(bad, NOON);
        assertThat(save(two)).isTrue();
        two = two.unanswered(worse, NOON);
        assertThat(save(two)).isTrue();
        assertThat(latest(ada)).contains(two);

        LabelRun one = two.settled(bad, Labeling.Outcome.FAILED, NOON);
        assertThat(save(one)).isTrue();
        assertThat(latest(ada)).contains(one);
        assertThat(one.unanswered()).containsExactly(worse);
        assertThat(one.tally()).isEqualTo(new LabelRun.Tally(0, 1, 0));
        assertThat(one.place()).isEqualTo(worse);
    }

    @Test
    void namesTheImagesThatAreToBeLabelled() {
        Image one = kept(anImage().ownedBy(ada).build());
        Image two = kept(anImage().ownedBy(ada).build());
        Image bobs = kept(anImage().ownedBy(bob).build());
        kept(anImage().ownedBy(ada).pending().build());
        kept(anImage().ownedBy(ada).failed().build());
        kept(anImage().ownedBy(ada).rendered().build());
        Image trashed = kept(anImage().ownedBy(ada).build());
        writing(() -> catalogue.images().save(trashed.trashed(NOON)));

        assertThat(wanted(Optional.of(ada), false)).containsExactly(one.id(), two.id());
        assertThat(wanted(Optional.empty(), false)).containsExactly(one.id(), two.id(), bobs.id());
        assertThat(read(() -> catalogue.labelRuns().count(new Wanted(Optional.of(ada), NOW, false)))).isEqualTo(2);
        assertThat(read(() -> catalogue.labelRuns().after(new Wanted(Optional.empty(), NOW, false), Optional.of(one.id()), 1)))
                .containsExactly(two.id());
    }

    @Test
    void leavesThoseOutThatTheSameModelHasLabelled() {
        Image done = kept(anImage().ownedBy(ada).build());
        Image older = kept(anImage().ownedBy(ada).build());
        writing(() -> {
            catalogue.imageLabels().record(done.id(), NOW, List.of(), NOON);
            catalogue.imageLabels().record(older.id(), BEFORE, List.of(), NOON);
        });

        assertThat(wanted(Optional.of(ada), false)).containsExactly(older.id());
        assertThat(wanted(Optional.of(ada), true)).containsExactly(done.id(), older.id());
    }

    @Test
    void knowsWhichModelOfALabelerWasSeenLast() {
        Provider other = new Provider("other", "9");
        Image one = kept(anImage().ownedBy(ada).build());
        Image two = kept(anImage().ownedBy(bob).build());
        assertThat(lastSeen(NOW.name())).isEmpty();

        label(one, NOW);
        label(two, other);
        assertThat(lastSeen(NOW.name())).contains(NOW);
        label(two, BEFORE);
        assertThat(lastSeen(NOW.name())).as("whichever is newer by its name").contains(BEFORE);
        label(two, BEFORE);
        label(one, NOW);

        assertThat(lastSeen(NOW.name())).contains(NOW);
        assertThat(lastSeen("other")).contains(other);
    }

    private Optional<Provider> lastSeen(String name) {
        return read(() -> catalogue.labelRuns().lastSeen(name));
    }

    private void label(Image image, Provider by) {
        writing(() -> catalogue.imageLabels().record(image.id(), by, List.of(), NOON));
    }

    private static LabelRun run(Optional<UserId> owner, int number) {
        return LabelRun.begin(new UUID(0, number), owner, false, 12, NOON.plusSeconds(number));
    }

    private boolean begin(LabelRun run) {
        return write(() -> catalogue.labelRuns().begin(run));
    }

    private boolean save(LabelRun run) {
        return write(() -> catalogue.labelRuns().save(run));
    }

    private Optional<LabelRun> latest(UserId owner) {
        return read(() -> catalogue.labelRuns().latest(Optional.of(owner)));
    }

    private List<ImageId> wanted(Optional<UserId> owner, boolean again) {
        return read(() -> catalogue.labelRuns().after(new Wanted(owner, NOW, again), Optional.empty(), 9));
    }
}
