package dev.albumen.persistence.shared;

import dev.albumen.application.shared.DependencyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers look-ups of many callers with one statement. Whoever asks while a statement runs joins the next one, so a
 * lone caller waits for nobody, and under load a look-up costs a fraction of a statement. Nothing is remembered: every
 * answer was read after its question was asked. A lane is a thread of the platform, which waits for the database with
 * fewer changes of thread than a virtual one.
 *
 * @param <K> what is looked up; equal keys are asked for once a statement
 * @param <V> what is found
 */
public final class JointLookup<K, V> implements AutoCloseable {

    private static final int MOST_AT_ONCE = 100;

    private record Question<K, V>(K key, CompletableFuture<Optional<V>> answer) {}

    private final BlockingQueue<Question<K, V>> questions = new LinkedBlockingQueue<>();
    private final Function<List<K>, Map<K, V>> statement;
    private volatile boolean closed;
    private final List<Thread> askers = new ArrayList<>();

    /**
     * @param lanes how many statements run at the same time at most
     * @param statement finds what there is for some keys; called outside of any transaction
     */
    public JointLookup(String name, int lanes, Function<List<K>, Map<K, V>> statement) {
        this.statement = statement;
        for (int lane = 0; lane < lanes; lane++) {
            askers.add(Thread.ofPlatform().daemon().name(name + "-" + lane).start(this::answerAll));
        }
    }

    /**
     * Will be what is found for the key; empty where there is nothing. Fails with what the statement threw. What hangs on
     * it must not block: it would hold up everybody's next statement.
     */
    public CompletableFuture<Optional<V>> ask(K key) {
        Question<K, V> question = new Question<>(key, new CompletableFuture<>());
        questions.add(question);
        if (closed) {
            turnAway();
        }
        return question.answer();
    }

    /** Waits for what {@link #ask} is answered. */
    public Optional<V> find(K key) {
        try {
            return ask(key).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** How many questions no statement has taken up yet. */
    int waiting() {
        return questions.size();
    }

    private void answerAll() {
        List<Question<K, V>> joint = new ArrayList<>();
        try {
            while (true) {
                joint.add(questions.take());
                // Whoever is about to ask does so first, and shares the statement.
                Thread.yield();
                questions.drainTo(joint, MOST_AT_ONCE - 1);
                answer(joint);
                joint.clear();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(List<Question<K, V>> joint) {
        try {
            List<K> keys = joint.size() == 1
                    ? List.of(joint.getFirst().key())
                    : List.copyOf(joint.stream().map(Question::key).collect(Collectors.toSet()));
            Map<K, V> found = statement.apply(keys);
            joint.forEach(question -> question.answer().complete(Optional.ofNullable(found.get(question.key()))));
        } catch (Throwable failure) {
            joint.forEach(question -> question.answer().completeExceptionally(failure));
        }
    }

    /** Answers no more questions: those that wait are told so. */
    @Override
    public void close() {
        closed = true;
        askers.forEach(Thread::interrupt);
        turnAway();
    }

    private void turnAway() {
        DependencyException stopping = new DependencyException("the service is stopping");
        for (Question<K, V> left = questions.poll(); left != null; left = questions.poll()) {
            left.answer().completeExceptionally(stopping);
        }
    }
}
