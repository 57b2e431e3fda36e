package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.JobHandler;
import dev.albumen.application.job.Lease;
import dev.albumen.application.job.RecurringJob;
import dev.albumen.persistence.shared.PostgresTest;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A node that does jobs, and remembers which. */
final class Node implements AutoCloseable {

    private final List<Job> started = new CopyOnWriteArrayList<>();
    private final List<Job> givenUp = new CopyOnWriteArrayList<>();
    private final ApplicationContext context;

    /** What a try does, with the node's own beans. */
    interface Work {

        void handle(Job job, Lease lease, ApplicationContext node);
    }

    Node(PostgresTest postgres, Consumer<Job> handler, RecurringJob... recurring) {
        this(postgres, (job, lease, node) -> handler.accept(job), (job, node) -> {}, recurring);
    }

    /** @param told what is done about a job that is given up */
    Node(PostgresTest postgres, Work work, BiConsumer<Job, ApplicationContext> told, RecurringJob... recurring) {
        this(postgres, Map.of(), work, told, recurring);
    }

    /** With more settings. */
    Node(
            PostgresTest postgres, Map<String, Object> more, Work work, BiConsumer<Job, ApplicationContext> told,
            RecurringJob... recurring) {
        Map<String, Object> settings = new HashMap<>(Map.of("albumen.jobs.first-pause", "1ms", "albumen.jobs.concurrency", "3"));
        settings.putAll(more);
        this.context = postgres.anotherNode(settings, node -> {
            node.registerSingleton(JobHandler.class, remembering(node, work, told));
            for (RecurringJob job : recurring) {
                node.registerSingleton(RecurringJob.class, job);
            }
        });
    }

    private JobHandler remembering(ApplicationContext node, Work work, BiConsumer<Job, ApplicationContext> told) {
        return new JobHandler() {
            @Override
            public void handle(Job job, Lease lease) {
                started.add(job);
                work.handle(job, lease, node);
            }

            @Override
            public void givenUp(Job job) {
                givenUp.add(job);
                told.accept(job, node);
            }

            @Override
            public void revived(Job job) {}
        };
    }

    /** Every try of every job, in the order of starting. */
    List<Job> started() {
        return List.copyOf(started);
    }

    /** Every job that it was told not to wait for. */
    List<Job> givenUp() {
        return List.copyOf(givenUp);
    }

    ApplicationContext context() {
        return context;
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
