package dev.albumen.application.job;

import dev.albumen.domain.job.JobId;

class InMemoryJobQueueTest extends JobQueueContract {

    private final InMemoryJobQueue queue = new InMemoryJobQueue();

    @Override
    protected JobQueue queue() {
        return queue;
    }

    @Override
    protected void writing(Runnable work) {
        work.run();
    }

    @Override
    protected void given(JobView job) {
        queue.add(job);
    }

    @Override
    protected boolean begins(JobId id) {
        return queue.paused().isEmpty();
    }
}
