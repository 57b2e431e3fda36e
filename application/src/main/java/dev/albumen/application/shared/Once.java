package dev.albumen.application.shared;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request change something once, however often it is sent under one key. The change says nothing of this: the
 * {@linkplain Transactions#write transaction} that it begins takes the key first, and keeps the answer before it ends, so
 * that both last or neither. What is refused keeps nothing and may be sent again.
 *
 * <p>No key is held while a change prepares itself outside its transaction, and none after a crash.
 */
public final class Once {

    /** How long the first answer is given again. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final String PURPOSE = "replay";
    private static final ScopedValue<Attempt<?>> CURRENT = ScopedValue.newInstance();

    private final Replays replays;
    private final Secrets secrets;
    private final InstantSource clock;

    public Once(Replays replays, Secrets secrets, InstantSource clock) {
        this.replays = replays;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param content all that makes it another request, in whatever form; it is not kept */
    public record Request(Replays.Key key, String content) {
        @Override
        public String toString() {
            return "Request[" + key + "]";
        }
    }

    /** @param replayed whether an earlier request was given it first */
    public record Answer(byte[] bytes, boolean replayed) {}

    /**
     * Makes the change and answers, or gives the answer of the first time again.
     *
     * @param made of which type the change's transaction returns what it has made; what other transactions return along
     *     the way is of no other's type
     * @param told the answer, made within the transaction
     * @throws RefusedException {@code KeyReused} where the key came with another request, {@code InFlight} where that
     *     request is being handled now
     */
    public <T> Answer answer(Request request, Class<T> made, Supplier<T> change, Function<T, byte[]> told) {
        String fingerprint = secrets.sign(PURPOSE, request.content());
        Optional<Answer> earlier = earlier(request.key(), fingerprint);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Attempt<T> attempt = new Attempt<>(this, request.key(), fingerprint, made, told);
        try {
            ScopedValue.where(CURRENT, attempt).run(change::get);
        } catch (FoundException found) {
            return found.answer;
        } catch (RefusedException refused) {
            // It may be what the first request has changed meanwhile that is refused to the second.
            return earlier(request.key(), fingerprint).orElseThrow(() -> refused);
        }
        return new Answer(attempt.answer(), false);
    }

    /** For implementations of {@link Transactions}: the work of an outermost write with what this adds to it. */
    public static <R> Supplier<R> within(Supplier<R> work) {
        return CURRENT.isBound() ? () -> CURRENT.get().around(work) : work;
    }

    private Optional<Answer> earlier(Replays.Key key, String fingerprint) {
        Optional<Replays.Kept> kept = replays.find(key).filter(one -> one.keptAt().isAfter(clock.instant().minus(KEPT)));
        if (kept.isPresent() && !kept.get().fingerprint().equals(fingerprint)) {
            throw new Refusal.KeyReused().thrown();
        }
        return kept.map(one -> new Answer(secrets.decrypt(PURPOSE, one.answer()), true));
    }

    /** Carries an answer that came to be meanwhile through a transaction that has nothing to do any more. */
    private static final class FoundException extends RuntimeException {

        private final transient Answer answer;

        FoundException(Answer answer) {
            super("answered meanwhile", null, false, false);
            this.answer = answer;
        }
    }

    /** One change under way. */
    private static final class Attempt<T> {

        private final Once once;
        private final Replays.Key key;
        private final String fingerprint;
        private final Class<T> made;
        private final Function<T, byte[]> told;
        private byte @Nullable [] answer;

        Attempt(Once once, Replays.Key key, String fingerprint, Class<T> made, Function<T, byte[]> told) {
            this.once = once;
            this.key = key;
            this.fingerprint = fingerprint;
            this.made = made;
            this.told = told;
        }

        <R> R around(Supplier<R> work) {
            if (!once.replays.claim(key)) {
                throw new Refusal.InFlight(RETRY_AFTER).thrown();
            }
            once.earlier(key, fingerprint).ifPresent(found -> {
                throw new FoundException(found);
            });
            R result = work.get();
            if (made.isInstance(result)) {
                answer = told.apply(made.cast(result));
                once.replays.keep(key, new Replays.Kept(fingerprint, once.secrets.encrypt(PURPOSE, answer), once.clock.instant()));
            }
            return result;
        }

        byte[] answer() {
            if (answer == null) {
                throw new IllegalStateException("no transaction returned a " + made.getSimpleName());
            }
            return answer;
        }
    }
}
