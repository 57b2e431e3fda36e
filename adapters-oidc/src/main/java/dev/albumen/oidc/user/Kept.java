package dev.albumen.oidc.user;

import dev.albumen.application.shared.DependencyException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that a provider says of itself, read when it is first needed and again when it is old. Nobody waits for what is
 * good enough: it is read anew behind their backs. After a failure, nobody asks again for a moment.
 */
final class Kept<T> {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Supplier<T> source;
    private final Life life;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Read<T> latest;
    private volatile @Nullable Instant failedAt;

    /**
     * How long something counts after it was read.
     *
     * @param fresh without asking again
     * @param enough while it is read anew
     * @param outage where the provider was asked and does not answer
     */
    record Life(Duration fresh, Duration enough, Duration outage) {}

    /** What was said, and when. */
    record Read<T>(T said, Instant at) {}

    /** @param source throws {@link DependencyException} where the provider does not answer as it should */
    Kept(Life life, InstantSource clock, Supplier<T> source) {
        this.source = source;
        this.life = life;
        this.clock = clock;
    }

    /** @throws DependencyException where there is nothing that counts still */
    Read<T> get() {
        Read<T> read = latest;
        if (counts(read, life.fresh())) {
            return read;
        }
        if (counts(read, isFailing() ? life.outage() : life.enough())) {
            renewBehind(read);
            return read;
        }
        return after(read);
    }

    /**
     * What is said after something was read, or that where the provider does not answer now.
     *
     * @throws DependencyException where there is nothing that counts still
     */
    Read<T> after(@Nullable Read<T> seen) {
        turn.lock();
        try {
            return latest == seen ? renewed(seen) : latest;
        } finally {
            turn.unlock();
        }
    }

    /** Whether the provider did not answer when it was last asked. */
    boolean isFailing() {
        return failedAt != null;
    }

    private void renewBehind(Read<T> seen) {
        if (isPaused() || turn.isLocked()) {
            return;
        }
        Thread.ofVirtual().start(() -> {
            if (turn.tryLock()) {
                try {
                    if (latest == seen) {
                        renewed(seen);
                    }
                } catch (DependencyException e) {
                    // whoever asks when nothing counts any more is told
                } finally {
                    turn.unlock();
                }
            }
        });
    }

    private Read<T> renewed(@Nullable Read<T> before) {
        if (isPaused()) {
            return kept(before, new DependencyException("a provider did not answer a moment ago"));
        }
        try {
            Read<T> now = new Read<>(source.get(), clock.instant());
            latest = now;
            failedAt = null;
            return now;
        } catch (DependencyException e) {
            failedAt = clock.instant();
            return kept(before, e);
        }
    }

    private Read<T> kept(@Nullable Read<T> read, DependencyException failure) {
        if (counts(read, life.outage())) {
            return read;
        }
        throw failure;
    }

    private boolean isPaused() {
        Instant failed = failedAt;
        return failed != null && failed.isAfter(clock.instant().minus(PAUSE));
    }

    private boolean counts(@Nullable Read<T> read, Duration time) {
        return read != null && clock.instant().isBefore(read.at().plus(time));
    }
}
