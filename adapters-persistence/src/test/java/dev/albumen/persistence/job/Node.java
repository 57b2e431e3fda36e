package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.JobHandler;
import dev.albumen.application.job.RecurringJob;
import dev.albumen.persistence.shared.PostgresTest;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A node that does jobs, and remembers which. */
final class Node implements AutoCloseable {

    private final List<Job> started = new CopyOnWriteArrayList<>();
    private final List<Job> givenUp = new CopyOnWriteArrayList<>();
    private final ApplicationContext context;

    Node(PostgresTest postgres, Consumer<Job> handler, RecurringJob... recurring) {
        JobHandler remembering = new JobHandler() {
            @Override
            public void handle(Job job) {
                started.add(job);
                handler.accept(job);
            }

            @Override
            public void givenUp(Job job) {
                givenUp.add(job);
            }
        };
        Map<String, Object> settings = Map.of("albumen.jobs.first-pause", "1ms", "albumen.jobs.concurrency", "3");
        this.context = postgres.anotherNode(settings, node -> {
            node.registerSingleton(JobHandler.class, remembering);
            for (RecurringJob job : recurring) {
                node.registerSingleton(RecurringJob.class, job);
            }
        });
    }

    /** Every try of every job, in the order of starting. */
    List<Job> started() {
        return List.copyOf(started);
    }

    /** Every job that it was told not to wait for. */
    List<Job> givenUp() {
        return List.copyOf(givenUp);
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
