package dev.albumen.application.job;

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
    protected List<Job> done() {
        List<Job> done = new ArrayList<>();
        jobs.runAll(done::add);
        return done;
    }
}
