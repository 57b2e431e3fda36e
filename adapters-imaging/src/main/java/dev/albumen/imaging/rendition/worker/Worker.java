package dev.albumen.imaging.rendition.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker as the service sees it. Asked by one thread at a time; killed by any. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration LAST_WORD = Duration.ofSeconds(5);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    /** Unasked answers beyond this end the reading. */
    private static final int UNREAD = 2;

    /** What comes out of the pipe: a message, or the reason why there are no more. */
    private sealed interface Heard {
        record Message(DataInputStream bytes) implements Heard {}

        record End(boolean rubbish) implements Heard {}
    }

    private final Process process;
    private final Scratch scratch;
    private final WorkerLimits limits;
    private final OutputStream tasks;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(UNREAD);
    private @Nullable EngineFacts facts;
    private int asked;

    private Worker(Process process, Scratch scratch, WorkerLimits limits) {
        this.process = process;
        this.scratch = scratch;
        this.limits = limits;
        this.tasks = process.getOutputStream();
    }

    /**
     * Starts its process, and does not wait until it is up.
     *
     * @param scratch where it gets a folder of its own
     */
    static Worker launch(WorkerEngine engine, WorkerLimits limits, Path scratch) throws WorkerEnded {
        Scratch own = Scratch.in(scratch);
        try {
            Worker worker = new Worker(WorkerCommand.of(engine, own.folder()).start(), own, limits);
            worker.listen();
            return worker;
        } catch (IOException e) {
            own.close();
            throw new WorkerEnded(EndReason.START, "no process can be started: " + e.getMessage());
        }
    }

    private void listen() {
        String name = "worker-" + pid();
        InputStream answers = new BufferedInputStream(process.getInputStream());
        Thread.ofPlatform().daemon().name(name + "-answers").start(() -> listen(answers));
        Thread.ofPlatform().daemon().name(name + "-errors").start(new ErrorOutput(pid(), process.getErrorStream()));
    }

    /** Waits until it is up. */
    void greet() throws WorkerEnded, InterruptedException {
        try {
            switch (await(scratch.folder(), TaskClock.of(process.toHandle(), START_LIMIT))) {
                case Answer.Hello(var said) -> facts = said;
                case Answer.Unavailable(var reason) -> throw kill(EndReason.START, reason);
                case Answer.Done _, Answer.Derived _, Answer.Undecodable _, Answer.Failed _ ->
                    throw kill(EndReason.RUBBISH, "it began with something else than a greeting");
            }
        } catch (WorkerEnded e) {
            throw e.reason() == EndReason.OUTSIDE ? e : new WorkerEnded(EndReason.START, e.getMessage());
        }
    }

    /** What its engine said when it came up. */
    EngineFacts facts() {
        return Objects.requireNonNull(facts, "nobody waited until it was up");
    }

    /** @throws WorkerEnded where there is no answer; the worker is dead then */
    Answer ask(Task task) throws WorkerEnded, InterruptedException {
        asked++;
        try {
            Frames.write(out -> Task.write(task, out), tasks);
        } catch (IOException e) {
            LOG.debug("worker {} takes no task", pid(), e);
            throw ended();
        }
        Answer answer = await(task.into(), TaskClock.of(process.toHandle(), limits.time()));
        if (answer instanceof Answer.Hello) {
            throw kill(EndReason.RUBBISH, "a worker greeted twice");
        }
        return answer;
    }

    private Answer await(Path into, TaskClock clock) throws WorkerEnded, InterruptedException {
        try {
            while (true) {
                Heard next = heard.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (next instanceof Heard.Message(var bytes)) {
                    return answer(bytes, into);
                }
                if (next instanceof Heard.End(var rubbish)) {
                    throw rubbish ? kill(EndReason.RUBBISH, "it wrote something that is no answer") : ended();
                }
                if (clock.isOver()) {
                    throw kill(EndReason.TIME, "it took longer than " + clock.limit().toSeconds() + " s");
                }
                long mebibytes = ResidentMemory.mebibytes(pid());
                if (mebibytes > limits.memoryMebibytes()) {
                    throw kill(EndReason.MEMORY, "it took " + mebibytes + " MiB of memory");
                }
            }
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    private Answer answer(DataInputStream bytes, Path into) throws WorkerEnded {
        try {
            return Answer.read(bytes, into);
        } catch (IOException | RuntimeException e) {
            LOG.debug("worker {} answers oddly", pid(), e);
            throw kill(EndReason.RUBBISH, "it gave an answer that makes no sense");
        }
    }

    private void listen(InputStream answers) {
        boolean room = true;
        boolean rubbish = false;
        try (answers) {
            while (room) {
                room = heard.offer(new Heard.Message(Frames.read(answers)));
            }
        } catch (EOFException e) {
            LOG.debug("worker {} answers no more", pid());
        } catch (IOException e) {
            // A pipe that was closed by us is told the same way, and then nobody hears it.
            rubbish = process.isAlive();
        }
        if (!heard.offer(new Heard.End(rubbish))) {
            kill();
        }
    }

    /** The pipe is closed: the process has ended, or is about to, or pretends. */
    private WorkerEnded ended() throws InterruptedException {
        if (process.waitFor(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)) {
            int exit = process.exitValue();
            return new WorkerEnded(EndReason.ofExit(exit), "it ended with " + exit);
        }
        return kill(EndReason.CRASHED, "it closed its pipe");
    }

    private WorkerEnded kill(EndReason reason, String message) {
        kill();
        return new WorkerEnded(reason, message);
    }

    /** Ends it at once, whatever it does, and waits until it writes no more. */
    void kill() {
        process.destroyForcibly();
        try {
            // joining takes no notice of interrupts
            process.onExit().orTimeout(LAST_WORD.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            LOG.warn("worker {} does not die", pid());
        }
        scratch.close();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** How many tasks it was given. */
    int asked() {
        return asked;
    }

    long pid() {
        return process.pid();
    }
}
