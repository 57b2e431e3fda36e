package dev.albumen.application.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class InMemoryJobsTest extends JobsContract {

    private final InMemoryJobs jobs = new InMemoryJobs();

    @Override
    protected void enqueue(Job job) {
        jobs.enqueue(job);
    }

    @Override
    protected void enqueueOnce(Job job) {
        jobs.enqueueOnce(job);
    }

    @Override
    protected void bury(Job job, String cause) {
        jobs.bury(job, 6, cause, Instant.EPOCH);
    }

    @Override
    protected List<Job> revivedDead() {
        return jobs.reviveAll();
    }

    @Override
    protected List<Job> done() {
        List<Job> done = new ArrayList<>();
        jobs.runAll(done::add);
        return done;
    }
}
