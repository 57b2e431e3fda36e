package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers that are started when there is a picture for them and stay for the next. A worker that dies is replaced, and its
 * picture tried again on a fresh one. After two deaths that look like the picture's doing it is undecodable. Deaths that
 * came from outside say nothing about a picture: after five it is called unavailable, so that its job comes back later.
 */
public final class WorkerPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    /** So that what native code leaks never adds up. */
    private static final int TASKS_PER_WORKER = 1000;

    private final WorkerEngine engine;
    private final WorkerLimits limits;
    private final Path scratch;
    private final int size;
    private final Semaphore free;
    private final Deque<Worker> idle = new ConcurrentLinkedDeque<>();
    private final Set<Worker> alive = ConcurrentHashMap.newKeySet();
    private final Map<EndReason, LongAdder> ends =
            Arrays.stream(EndReason.values()).collect(Collectors.toMap(Function.identity(), reason -> new LongAdder()));
    private final LongAdder tasks = new LongAdder();
    private final LongAdder workingNanos = new LongAdder();
    private volatile @Nullable EngineFacts facts;
    private volatile boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param size workers at most
     * @param scratch a folder of the pool's own; what lies in it goes
     */
    public WorkerPool(WorkerEngine engine, int size, WorkerLimits limits, Path scratch) {
        this.engine = engine;
        this.size = size;
        this.limits = limits;
        this.scratch = scratch;
        this.free = new Semaphore(size, true);
        new Scratch(scratch).close();
    }

    /**
     * What the engine says of itself; the first caller may wait until a worker is up.
     *
     * @throws DependencyException where none comes up
     */
    public EngineFacts facts() {
        EngineFacts known = facts;
        return known == null ? warmUp() : known;
    }

    /**
     * Starts a worker, so that the first picture need not wait for one, and returns what its engine says of itself.
     *
     * @throws DependencyException where it does not come up
     */
    public EngineFacts warmUp() {
        try {
            free.acquire();
            try {
                Worker worker = usable();
                idle.push(worker);
                return worker.facts();
            } finally {
                free.release();
            }
        } catch (WorkerEnded e) {
            throw new DependencyException("no worker comes up: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Waits for a worker, first come, first served, and has it do the task.
     *
     * @throws UndecodableException where the picture is too much for two workers
     * @throws DependencyException where workers do not start or are ended from outside again and again, and where the
     *     caller is interrupted
     */
    Answer ask(Task task) throws UndecodableException {
        try {
            free.acquire();
            try {
                return tried(task);
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Answer tried(Task task) throws UndecodableException, InterruptedException {
        Tries tries = new Tries(limits);
        Set<Path> there = list(task.into());
        Answer answer = null;
        while (answer == null) {
            try {
                // after a death a fresh one: what is idle may have suffered from the same thing
                answer = answer(tries.isFirst() ? usable() : start(), task);
            } catch (WorkerEnded e) {
                LOG.warn("a worker is no more ({}): {}", e.reason().label(), e.getMessage());
                tries.note(e);
                for (Path file : list(task.into())) {
                    if (!there.contains(file)) {
                        new Scratch(file).close();
                    }
                }
            }
        }
        return answer;
    }

    private Answer answer(Worker worker, Task task) throws WorkerEnded, InterruptedException {
        long began = System.nanoTime();
        try {
            Answer answer = worker.ask(task);
            tasks.increment();
            workingNanos.add(System.nanoTime() - began);
            if (worker.asked() < TASKS_PER_WORKER) {
                idle.push(worker);
            } else {
                end(worker, EndReason.RECYCLED);
            }
            return answer;
        } catch (WorkerEnded e) {
            throw ended(worker, e);
        } catch (InterruptedException e) {
            end(worker, EndReason.ABANDONED);
            throw e;
        }
    }

    /** The one that worked last, because its memory is warm; a new one where none waits. */
    private Worker usable() throws WorkerEnded, InterruptedException {
        for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
            if (worker.isAlive()) {
                return worker;
            }
            end(worker, EndReason.OUTSIDE);
        }
        return start();
    }

    private Worker start() throws WorkerEnded, InterruptedException {
        requireOpen();
        Worker worker;
        try {
            worker = Worker.launch(engine, limits, scratch);
        } catch (WorkerEnded e) {
            ends.get(e.reason()).increment();
            throw e;
        }
        alive.add(worker);
        try {
            // closing may have missed this one
            requireOpen();
            worker.greet();
            facts = worker.facts();
            return worker;
        } catch (WorkerEnded e) {
            throw ended(worker, e);
        } catch (InterruptedException | DependencyException e) {
            end(worker, EndReason.ABANDONED);
            throw e;
        }
    }

    private WorkerEnded ended(Worker worker, WorkerEnded end) {
        requireOpen();
        end(worker, end.reason());
        return end;
    }

    private void end(Worker worker, EndReason reason) {
        worker.kill();
        if (alive.remove(worker)) {
            ends.get(reason).increment();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new DependencyException("the workers are being stopped");
        }
    }

    private static Set<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        } catch (IOException e) {
            throw new DependencyException("looking into the folder for results", e);
        }
    }

    private static DependencyException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new DependencyException("interrupted while a worker was waited for", e);
    }

    public PoolFigures figures() {
        Map<EndReason, Long> ended = new EnumMap<>(EndReason.class);
        ends.forEach((reason, count) -> ended.put(reason, count.sum()));
        return new PoolFigures(size, alive.size(), size - free.availablePermits(), free.getQueueLength(), tasks.sum(),
                Duration.ofNanos(workingNanos.sum()), ended);
    }

    /** Ends all workers at once. Who waits for one is told. */
    @Override
    public void close() {
        closed = true;
        alive.forEach(worker -> end(worker, EndReason.CLOSED));
        new Scratch(scratch).close();
    }
}
