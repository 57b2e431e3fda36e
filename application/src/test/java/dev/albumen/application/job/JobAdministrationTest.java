package dev.albumen.application.job;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.JobView.State;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.job.JobId;
import dev.albumen.domain.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The use cases by which an admin looks after jobs. */
class JobAdministrationTest extends UseCaseTest {

    private final InMemoryJobQueue all = new InMemoryJobQueue();
    private final List<Job> told = new ArrayList<>();
    private final JobHandler handler = new JobHandler() {
        @Override
        public void handle(Job job, Lease lease) {
            throw new AssertionError(job);
        }

        @Override
        public void givenUp(Job job) {
            throw new AssertionError(job);
        }

        @Override
        public void revived(Job job) {
            transactions.requireWriting();
            told.add(job);
        }
    };
    private final RetryJob retry = new RetryJob(transactions, all, handler, audit, clock);
    private final DiscardJob discard = new DiscardJob(transactions, all, audit, clock);
    private final PauseJobs pause = new PauseJobs(transactions, all, audit, clock);
    private final ResumeJobs resume = new ResumeJobs(transactions, all, audit, clock);
    private final ListJobs list = new ListJobs(transactions, all);
    private final ReadJobQueue read = new ReadJobQueue(transactions, all);

    private JobId given(State state) {
        JobId id = new JobId(new UUID(0, state.ordinal()));
        all.add(new JobView(id, "process-image", state, new ImageId(id.value()), 5, clock.instant(), null, null, null, clock.instant()));
        return id;
    }

    @Test
    void retriesWhatWasGivenUp() {
        JobId id = given(State.DEAD);

        JobView waiting = retry.handle(ROOT, new RetryJob.Command(id));

        assertThat(waiting.state()).isEqualTo(State.PENDING);
        assertThat(told).containsExactly(new Job.ProcessImage(new ImageId(id.value())));
        assertThat(trail.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("job.retry");
            assertThat(entry.resourceId()).isEqualTo(id.toString());
        });
    }

    @Test
    void forgetsWhatWasGivenUp() {
        JobId id = given(State.DEAD);

        discard.handle(ROOT, new DiscardJob.Command(id));

        assertThat(all.find(id)).isEmpty();
        assertThat(trail.entries()).singleElement().satisfies(entry -> assertThat(entry.action()).isEqualTo("job.discard"));
    }

    @Test
    void leavesWhatWaitsOrRuns() {
        for (State state : List.of(State.PENDING, State.RUNNING)) {
            JobId id = given(state);

            assertRefused("job-not-dead", () -> retry.handle(ROOT, new RetryJob.Command(id)));
            assertRefused("job-not-dead", () -> discard.handle(ROOT, new DiscardJob.Command(id)));
        }
        assertThat(told).isEmpty();
        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void knowsNothingOfOtherIds() {
        JobId id = new JobId(new UUID(7, 7));

        assertHidden(() -> retry.handle(ROOT, new RetryJob.Command(id)));
        assertHidden(() -> discard.handle(ROOT, new DiscardJob.Command(id)));
    }

    @Test
    void holdsJobsUpAndLetsThemGoOn() {
        assertThat(pause.handle(ROOT).paused()).hasValueSatisfying(held -> {
            assertThat(held.since()).isEqualTo(clock.instant());
            assertThat(held.by()).isEqualTo(ROOT.userId());
        });
        pause.handle(ROOT);
        assertThat(read.handle(ROOT).paused()).isPresent();
        assertThat(resume.handle(ROOT).paused()).isEmpty();
        resume.handle(ROOT);

        assertThat(trail.entries()).extracting(entry -> entry.action()).containsExactly("job.pause", "job.resume");
    }

    @Test
    void isForAdminsAlone() {
        JobId id = given(State.DEAD);
        for (Viewer viewer : new Viewer[] {ADA, Viewer.ANONYMOUS}) {
            for (Runnable act : List.<Runnable>of(
                    () -> retry.handle(viewer, new RetryJob.Command(id)), () -> discard.handle(viewer, new DiscardJob.Command(id)),
                    () -> pause.handle(viewer), () -> resume.handle(viewer), () -> read.handle(viewer),
                    () -> list.handle(viewer, new ListJobs.Query(JobQueue.Filter.ANY, PageRequest.first(1))))) {
                assertRefused(viewer == ADA ? "role-required" : "sign-in-required", act::run);
            }
        }
    }
}
