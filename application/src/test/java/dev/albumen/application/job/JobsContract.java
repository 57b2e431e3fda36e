package dev.albumen.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.ImageId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place for jobs does. */
public abstract class JobsContract {

    private static final Job FIRST = new Job.ProcessImage(new ImageId(new UUID(1, 1)));
    private static final Job OTHER_KIND = new Job.RerenderImage(new ImageId(new UUID(1, 1)));
    private static final Job SECOND = new Job.ProcessImage(new ImageId(new UUID(2, 2)));

    /** Enqueues in a write transaction of its own. */
    protected abstract void enqueue(Job job);

    /** Enqueues it in a write transaction of its own, where it is not there yet. */
    protected abstract void enqueueOnce(Job job);

    /** Lays it among the dead in a write transaction of its own. */
    protected abstract void bury(Job job, String cause);

    /** The dead, each taken from among them. */
    protected abstract List<Job> revivedDead();

    /** The jobs done by the time that none is left. */
    protected abstract List<Job> done();

    @Test
    void doesWhatWasEnqueued() {
        enqueue(FIRST);
        enqueue(SECOND);

        assertThat(done()).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void addsWhatIsWantedOnceWhereItDoesNotWaitYet() {
        enqueueOnce(FIRST);
        enqueueOnce(FIRST);
        enqueueOnce(SECOND);
        enqueueOnce(OTHER_KIND);
        assertThat(done()).containsExactlyInAnyOrder(FIRST, SECOND, OTHER_KIND);

        enqueueOnce(FIRST);
        assertThat(done()).as("once more, because the first one is over").contains(FIRST);
    }

    @Test
    void keepsWhatWasTriedElsewhereAmongTheDead() {
        bury(FIRST, "broke");
        bury(FIRST, "broke again");
        bury(SECOND, "broke");
        enqueue(OTHER_KIND);

        assertThat(revivedDead()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(revivedDead()).isEmpty();
    }

    @Test
    void takesAJobThatIsThereAlready() {
        enqueue(FIRST);
        enqueue(FIRST);

        assertThat(done()).isNotEmpty().containsOnly(FIRST);
    }
}
