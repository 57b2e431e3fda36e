package dev.albumen.application.job;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.job.JobId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs that nobody does. Everything in it is about the processing of images. */
public final class InMemoryJobQueue implements JobQueue {

    private static final Comparator<JobView> LATEST =
            Comparator.comparing(JobView::at).thenComparing(job -> job.id().value()).reversed();

    private final List<JobView> jobs = new ArrayList<>();
    private @Nullable Pause pause;

    public synchronized void add(JobView job) {
        jobs.add(job);
    }

    @Override
    public synchronized Counts counts() {
        return new Counts(count(JobView.State.PENDING), count(JobView.State.RUNNING), count(JobView.State.DEAD));
    }

    private long count(JobView.State state) {
        return jobs.stream().filter(job -> job.state() == state).count();
    }

    @Override
    public synchronized Page<JobView> list(Filter filter, PageRequest page) {
        List<JobView> rows = jobs.stream()
                .filter(job -> filter.state().isEmpty() || filter.state().get() == job.state())
                .filter(job -> filter.kind().isEmpty() || filter.kind().get().equals(job.kind()))
                .sorted(LATEST)
                .dropWhile(job -> page.after().isPresent() && !isAfter(job, page.after().get()))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(rows, page.limit(), job -> new Keyset(List.of(job.at().toString(), job.id().toString())));
    }

    private boolean isAfter(JobView job, Keyset place) {
        JobView last = jobs.stream().filter(one -> one.id().toString().equals(place.values().getLast())).findFirst().orElseThrow();
        return LATEST.compare(job, last) > 0;
    }

    @Override
    public synchronized Optional<JobView> find(JobId id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<Job> revive(JobId id) {
        Optional<JobView> dead = dead(id);
        dead.ifPresent(job -> jobs.set(jobs.indexOf(job), new JobView(job.id(), job.kind(), JobView.State.PENDING, job.image(),
                0, job.at(), null, null, null, job.createdAt())));
        return dead.map(job -> new Job.ProcessImage(Objects.requireNonNull(job.image())));
    }

    @Override
    public synchronized boolean discard(JobId id) {
        return dead(id).map(jobs::remove).orElse(false);
    }

    private Optional<JobView> dead(JobId id) {
        return find(id).filter(job -> job.state() == JobView.State.DEAD);
    }

    @Override
    public synchronized Optional<Pause> paused() {
        return Optional.ofNullable(pause);
    }

    @Override
    public synchronized boolean pause(Pause wanted) {
        if (pause != null) {
            return false;
        }
        pause = wanted;
        return true;
    }

    @Override
    public synchronized boolean resume() {
        boolean held = pause != null;
        pause = null;
        return held;
    }
}
