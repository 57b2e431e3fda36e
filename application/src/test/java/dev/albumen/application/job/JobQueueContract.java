package dev.albumen.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.JobQueue.Counts;
import dev.albumen.application.job.JobQueue.Filter;
import dev.albumen.application.job.JobView.State;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.job.JobId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every queue shows and lets be done. */
public abstract class JobQueueContract {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final JobId NOBODY = new JobId(new UUID(9, 9));

    protected abstract JobQueue queue();

    /** Runs work in a write transaction. */
    protected abstract void writing(Runnable work);

    /** Puts a job into the queue as it is said to be. */
    protected abstract void given(JobView job);

    /** Whether a node could begin this job now. Does not begin it. */
    protected abstract boolean begins(JobId id);

    private static JobView job(int n, State state) {
        boolean tried = state == State.DEAD;
        return new JobView(new JobId(new UUID(0, n)), "process-image", state, new ImageId(new UUID(1, n)), tried ? 5 : 0,
                NOON.plusSeconds(n), tried ? NOON.plusSeconds(n) : null, tried ? "it broke" : null,
                state == State.RUNNING ? "node-1" : null, NOON);
    }

    private static final JobView WAITS = job(1, State.PENDING);
    private static final JobView RUNS = job(2, State.RUNNING);
    private static final JobView DEAD = job(3, State.DEAD);

    private void givenAll() {
        given(WAITS);
        given(RUNS);
        given(DEAD);
    }

    @Test
    void showsEveryJobTheLatestFirst() {
        givenAll();

        assertThat(list(Filter.ANY)).containsExactly(DEAD, RUNS, WAITS);
        assertThat(queue().counts()).isEqualTo(new Counts(1, 1, 1));
        assertThat(queue().find(RUNS.id())).contains(RUNS);
        assertThat(queue().find(NOBODY)).isEmpty();
    }

    @Test
    void showsThoseOfAStateOrKindAlone() {
        givenAll();

        assertThat(list(new Filter(Optional.of(State.DEAD), Optional.empty()))).containsExactly(DEAD);
        assertThat(list(new Filter(Optional.of(State.PENDING), Optional.of("process-image")))).containsExactly(WAITS);
        assertThat(list(new Filter(Optional.empty(), Optional.of("rerender-image")))).isEmpty();
    }

    @Test
    void showsEachOnceInPages() {
        List<JobView> all = IntStream.rangeClosed(1, 9).mapToObj(n -> job(n, State.values()[n % 3])).toList();
        all.forEach(this::given);

        List<JobView> seen = new ArrayList<>();
        Page<JobView> page = queue().list(Filter.ANY, PageRequest.first(2));
        while (page.next().isPresent()) {
            seen.addAll(page.items());
            page = queue().list(Filter.ANY, new PageRequest(2, page.next()));
        }
        seen.addAll(page.items());

        assertThat(seen).containsExactlyElementsOf(all.reversed());
    }

    @Test
    void revivesADeadJobOnce() {
        givenAll();

        List<Optional<Job>> revived = new ArrayList<>();
        for (JobId id : List.of(DEAD.id(), DEAD.id(), WAITS.id(), RUNS.id(), NOBODY)) {
            writing(() -> revived.add(queue().revive(id)));
        }

        assertThat(revived).containsExactly(Optional.of(new Job.ProcessImage(DEAD.image())),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(queue().counts()).isEqualTo(new Counts(2, 1, 0));
        JobView waiting = queue().find(DEAD.id()).orElseThrow();
        assertThat(waiting.state()).isEqualTo(State.PENDING);
        assertThat(waiting.tries()).isZero();
        assertThat(waiting.createdAt()).isEqualTo(NOON);
    }

    @Test
    void discardsADeadJobAndNoOther() {
        givenAll();

        assertThat(queue().discard(DEAD.id())).isTrue();
        assertThat(queue().discard(DEAD.id())).isFalse();
        assertThat(queue().discard(WAITS.id())).isFalse();

        assertThat(list(Filter.ANY)).containsExactly(RUNS, WAITS);
    }

    @Test
    void letsNothingBeginUntilItIsResumed() {
        givenAll();
        JobQueue.Pause pause = new JobQueue.Pause(NOON, new UserId(new UUID(5, 5)));
        assertThat(begins(WAITS.id())).isTrue();

        assertThat(queue().pause(pause)).isTrue();
        assertThat(queue().pause(new JobQueue.Pause(NOON.plusSeconds(1), new UserId(new UUID(6, 6))))).isFalse();
        assertThat(queue().paused()).contains(pause);
        assertThat(begins(WAITS.id())).isFalse();

        assertThat(queue().resume()).isTrue();
        assertThat(queue().resume()).isFalse();
        assertThat(queue().paused()).isEmpty();
        assertThat(begins(WAITS.id())).isTrue();
    }

    private List<JobView> list(Filter filter) {
        return queue().list(filter, PageRequest.first(50)).items();
    }
}
