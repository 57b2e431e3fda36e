package dev.albumen.application.shared;

import static dev.albumen.domain.shared.Refusals.refusalOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OnceTest {

    private static final Replays.Key KEY = new Replays.Key("user:ada", "a-key", 0);
    private static final Once.Request REQUEST = new Once.Request(KEY, "POST /albums Sea");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTable<String, Integer> albums = transactions.table();
    private final InMemoryReplays replays = new InMemoryReplays(transactions);
    private final Once once = new Once(replays, new FakeSecrets(), clock);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void changesOnceAndAnswersTheSameEachTime() {
        Once.Answer first = ask(REQUEST);
        Once.Answer second = ask(REQUEST);

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.bytes()).isEqualTo(first.bytes()).asString(UTF_8).isEqualTo("made album 1");
        assertThat(albums.all()).hasSize(1);
    }

    @Test
    void tellsAnotherRequestUnderTheSameKey() {
        ask(REQUEST);

        assertThat(refusalOf(() -> ask(new Once.Request(KEY, "POST /albums Lake")))).isEqualTo(new Refusal.KeyReused());
        assertThat(albums.all()).hasSize(1);
    }

    @Test
    void forgetsAfterADay() {
        ask(REQUEST);
        clock.pass(Once.KEPT.minus(Duration.ofSeconds(1)));
        assertThat(ask(REQUEST).replayed()).isTrue();

        clock.pass(Duration.ofSeconds(1));

        assertThat(ask(REQUEST).replayed()).isFalse();
        assertThat(ask(REQUEST).replayed()).isTrue();
        assertThat(albums.all()).hasSize(2);
    }

    @Test
    void keepsNothingOfWhatIsRefused() {
        assertThat(refusalOf(() -> ask(REQUEST, () -> transactions.write(() -> {
            albums.put("gone", 1);
            throw Refusal.notFound();
        })))).isEqualTo(new Refusal.NotFound());

        assertThat(ask(REQUEST).replayed()).isFalse();
        assertThat(albums.all()).hasSize(1);
    }

    @Test
    void letsNoChangeLastWithoutItsAnswer() {
        assertThatThrownBy(() -> once.answer(REQUEST, String.class, this::makeAlbum, album -> {
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");

        assertThat(albums.all()).isEmpty();
        assertThat(ask(REQUEST).replayed()).isFalse();
    }

    @Test
    void keepsTheAnswerOfTheTryThatWon() {
        Once.Answer answer = ask(REQUEST, () -> transactions.write(() -> {
            String album = makeAlbum();
            if (made.get() < 3) {
                throw new LostRaceException();
            }
            return album;
        }));

        assertThat(answer.bytes()).asString(UTF_8).isEqualTo("made album 3");
        assertThat(albums.all()).containsOnlyKeys("album 3");
    }

    @Test
    void passesOtherTransactionsOnTheWay() {
        Once.Answer answer = ask(REQUEST, () -> {
            transactions.writing(() -> albums.put("on the way", 0));
            return makeAlbum();
        });

        assertThat(answer.bytes()).asString(UTF_8).isEqualTo("made album 1");
        assertThat(ask(REQUEST).replayed()).isTrue();
    }

    @Test
    void givesTheAnswerThatAnotherRequestGotMeanwhile() {
        Once.Answer second = ask(REQUEST, () -> {
            ask(REQUEST);
            return makeAlbum();
        });

        assertThat(second.replayed()).isTrue();
        assertThat(second.bytes()).asString(UTF_8).isEqualTo("made album 1");
        assertThat(albums.all()).hasSize(1);
    }

    @Test
    void doesNotRefuseWhatAnotherRequestDidMeanwhile() {
        Once.Answer second = ask(REQUEST, () -> {
            ask(REQUEST);
            throw new Refusal.Conflict("name-taken", "There is one of that name.").thrown();
        });

        assertThat(second.replayed()).isTrue();
    }

    @Test
    void noticesAChangeThatNeverSaysWhatItMade() {
        assertThatThrownBy(() -> once.answer(REQUEST, Integer.class, () -> 1, number -> new byte[0])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsNeitherTheRequestNorTheAnswerInClear() {
        ask(REQUEST);

        Replays.Kept kept = replays.find(KEY).orElseThrow();
        assertThat(new String(kept.answer(), UTF_8)).doesNotContain("made album");
        assertThat(List.of(kept.fingerprint(), REQUEST.toString())).noneMatch(text -> text.contains("Sea"));
    }

    private Once.Answer ask(Once.Request request) {
        return ask(request, this::makeAlbum);
    }

    private Once.Answer ask(Once.Request request, Supplier<String> change) {
        return once.answer(request, String.class, change, album -> ("made " + album).getBytes(UTF_8));
    }

    private String makeAlbum() {
        return transactions.write(() -> {
            String album = "album " + made.incrementAndGet();
            albums.put(album, 1);
            return album;
        });
    }
}
