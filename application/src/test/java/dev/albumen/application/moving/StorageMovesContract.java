package dev.albumen.application.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.moving.BlobMove.State;
import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.moving.StorageMove.Phase;
import dev.albumen.application.moving.StorageMove.Tally;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of moves does. */
public abstract class StorageMovesContract {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    protected abstract StorageMoves moves();

    /** Runs work in a transaction that writes. */
    protected abstract void writing(Runnable work);

    private static StorageMove move(int number) {
        return StorageMove.begin(new UUID(0, number), BlobPlace.S3, false, new Manner(number, Duration.ofMinutes(5)), new UserId(new UUID(1, 1)),
                NOON.plusSeconds(number));
    }

    private static BlobMove blob(String name) {
        return BlobMove.begin(new BlobKey("originals/" + name), 7);
    }

    @Test
    void keepsOneAtATime() {
        assertThat(moves().latest()).isEmpty();
        assertThat(moves().begin(move(1))).isTrue();
        assertThat(moves().begin(move(2))).isFalse();
        assertThat(moves().latest()).contains(move(1));

        StorageMove done = move(1).further("originals/", new Tally(1, 2, 3, 4), "it is slow", NOON).by(new UUID(5, 5), NOON);
        StorageMove over = done.in(StorageMove.State.FINISHED, NOON.plusSeconds(9));
        assertThat(moves().save(move(1).further("originals/", new Tally(1, 2, 3, 4), "it is slow", NOON), List.of(), List.of())).isTrue();
        assertThat(moves().save(done, List.of(), List.of())).isTrue();
        assertThat(moves().latest()).contains(done);
        assertThat(moves().save(over, List.of(), List.of())).isTrue();
        assertThat(moves().latest()).contains(over);
        assertThat(moves().begin(move(3))).isTrue();
        assertThat(moves().latest()).contains(move(3));
    }

    @Test
    void tellsThatAWorkerIsAtItStill() {
        StorageMove move = move(1).by(new UUID(5, 5), NOON);
        moves().begin(move(1));
        moves().save(move, List.of(), List.of());
        Instant before = moves().now();

        moves().renew(move.id(), new UUID(6, 6));
        moves().renew(new UUID(0, 2), new UUID(5, 5));
        assertThat(moves().latest()).contains(move);
        moves().renew(move.id(), new UUID(5, 5));
        assertThat(moves().latest()).hasValueSatisfying(now -> {
            assertThat(now.updatedAt()).isBetween(before, moves().now());
            assertThat(now.version()).isEqualTo(move.version());
        });
    }

    @Test
    void letsOneOfTwoTakeAStep() {
        moves().begin(move(1));
        StorageMove one = move(1).at(Phase.COPYING, NOON);
        StorageMove other = move(1).toTurn(NOON);

        assertThat(moves().save(one, List.of(blob("a")), List.of())).isTrue();
        assertThat(moves().save(other, List.of(blob("b")), List.of())).isFalse();
        assertThat(moves().restart(other)).isFalse();
        writing(() -> assertThat(moves().announce(move(1), List.of(blob("c")))).isFalse());

        assertThat(moves().latest()).contains(one);
        assertThat(moves().in(one.id(), State.COPYING, 9)).containsExactly(blob("a"));
    }

    @Test
    void knowsEachBlobOnItsWay() {
        StorageMove move = move(1);
        moves().begin(move);
        writing(() -> assertThat(moves().announce(move, List.of(blob("c"), blob("a.b"), blob("a/b"), blob("b")))).isTrue());
        BlobMove wrong = blob("a.b").failed("it was changed", 5);
        BlobMove kept = blob("b").kept(12, NOON.plusNanos(123_456_789));
        BlobMove failed = blob("c").failed("it was changed", 1);
        StorageMove further = move.further("originals/c", Tally.NONE, "", NOON);
        assertThat(moves().save(further, List.of(wrong, kept, failed), List.of())).isTrue();

        assertThat(moves().in(move.id(), State.COPYING, 9)).containsExactly(blob("a/b"), wrong);
        assertThat(moves().in(move.id(), State.COPYING, 1)).containsExactly(blob("a/b"));
        assertThat(moves().in(move.id(), State.FAILED, 9)).containsExactly(failed);
        assertThat(moves().known(move.id(), List.of(kept.key(), new BlobKey("originals/d")))).isEqualTo(Map.of(kept.key(), kept));
        assertThat(moves().known(move.id(), List.of())).isEmpty();
        assertThat(moves().count(move.id())).isEqualTo(Map.of(State.COPYING, 2L, State.KEPT, 1L, State.FAILED, 1L));

        StorageMove again = further.in(StorageMove.State.STUCK, NOON).again(NOON);
        assertThat(moves().retry(again)).as("another version").isFalse();
        assertThat(moves().save(further.in(StorageMove.State.STUCK, NOON), List.of(), List.of())).isTrue();
        assertThat(moves().retry(again)).isTrue();
        assertThat(moves().latest()).contains(again);
        assertThat(moves().in(move.id(), State.COPYING, 9)).containsExactly(blob("a/b"), blob("c"), wrong);

        StorageMove deleting = again.at(Phase.KEEPING, NOON);
        assertThat(moves().save(deleting, List.of(), List.of(kept.key()))).isTrue();
        assertThat(moves().latest()).hasValueSatisfying(now -> assertThat(now.trusted()).isTrue());
        assertThat(moves().count(move.id())).isEqualTo(Map.of(State.COPYING, 3L));
        StorageMove turned = deleting.turned(NOON);
        assertThat(moves().restart(turned)).isTrue();
        assertThat(moves().latest()).contains(turned);
        assertThat(moves().count(move.id())).isEmpty();
    }
}
