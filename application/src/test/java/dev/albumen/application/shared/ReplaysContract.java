package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every keeper of answers does. */
public abstract class ReplaysContract {

    protected static final Replays.Key KEY = new Replays.Key("user:ada", "8e03978e-40d5-43dd-bc93-6894a57f9324", 0);
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    protected abstract Replays replays();

    protected abstract Transactions transactions();

    @Test
    void findsWhatWasKept() {
        assertThat(replays().find(KEY)).isEmpty();

        keep(KEY, "first", NOON);

        assertThat(replays().find(KEY)).hasValueSatisfying(kept -> {
            assertThat(kept.fingerprint()).isEqualTo("of first");
            assertThat(kept.answer()).asString(StandardCharsets.UTF_8).isEqualTo("first");
            assertThat(kept.keptAt()).isEqualTo(NOON);
        });
    }

    @Test
    void keepsNothingOfWhatIsRolledBack() {
        assertThatThrownBy(() -> transactions().writing(() -> {
            keep(KEY, "lost", NOON);
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");

        assertThat(replays().find(KEY)).isEmpty();
    }

    @Test
    void tellsKeysFromEachOtherByScopeNameAndPart() {
        keep(KEY, "first", NOON);

        assertThat(replays().find(new Replays.Key("user:bob", KEY.name(), 0))).isEmpty();
        assertThat(replays().find(new Replays.Key(KEY.scope(), "another", 0))).isEmpty();
        assertThat(replays().find(new Replays.Key(KEY.scope(), KEY.name(), 1))).isEmpty();
    }

    @Test
    void putsALaterAnswerInPlaceOfAnEarlierOne() {
        keep(KEY, "first", NOON);
        keep(KEY, "second", NOON.plusSeconds(1));

        assertThat(replays().find(KEY).orElseThrow().fingerprint()).isEqualTo("of second");
    }

    @Test
    void forgetsWhatIsOlderAndNothingElse() {
        Replays.Key later = new Replays.Key(KEY.scope(), KEY.name(), 7);
        keep(KEY, "first", NOON);
        keep(later, "second", NOON.plusSeconds(1));

        assertThat(replays().forget(NOON.plusSeconds(1))).isOne();

        assertThat(replays().find(KEY)).isEmpty();
        assertThat(replays().find(later)).isPresent();
    }

    @Test
    void letsAKeyGoWithItsTransaction() {
        assertThat(transactions().<Boolean>write(() -> replays().claim(KEY) && replays().claim(KEY))).isTrue();
        assertThatThrownBy(() -> transactions().writing(() -> {
            replays().claim(KEY);
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");

        assertThat(transactions().<Boolean>write(() -> replays().claim(KEY))).isTrue();
    }

    @Test
    void claimsAndKeepsWithinTransactionsOnly() {
        assertThatThrownBy(() -> replays().claim(KEY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> replays().keep(KEY, kept("first", NOON))).isInstanceOf(IllegalStateException.class);
    }

    private void keep(Replays.Key key, String text, Instant at) {
        transactions().writing(() -> replays().keep(key, kept(text, at)));
    }

    private static Replays.Kept kept(String text, Instant at) {
        return new Replays.Kept("of " + text, text.getBytes(StandardCharsets.UTF_8), at);
    }
}
