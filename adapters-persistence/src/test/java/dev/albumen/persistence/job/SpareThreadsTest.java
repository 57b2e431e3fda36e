package dev.albumen.persistence.job;

import dev.albumen.application.job.SpareTime;
import dev.albumen.application.job.SpareTimeContract;
import org.junit.jupiter.api.AfterEach;

class SpareThreadsTest extends SpareTimeContract {

    private final SpareThreads threads = new SpareThreads();

    @Override
    protected SpareTime spareTime() {
        return threads;
    }

    @AfterEach
    void stop() {
        threads.stop();
    }
}
