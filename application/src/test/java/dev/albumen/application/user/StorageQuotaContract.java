package dev.albumen.application.user;

import static dev.albumen.application.user.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.ReservationId;
import dev.albumen.domain.user.Usage;
import dev.albumen.domain.user.User;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every count of stored bytes does. */
public abstract class StorageQuotaContract {

    private final User limited = aUser("limited").withQuota(100).build();
    private final User free = aUser("free").build();
    private final UserId nobody = aUser("nobody").build().id();
    private StorageQuota quota;
    private Transactions transactions;

    protected abstract StorageQuota quota();

    /** The accounts that bytes are counted for. */
    protected abstract Users users();

    protected abstract Transactions transactions();

    @BeforeEach
    void open() {
        quota = quota();
        transactions = transactions();
        transactions.writing(() -> List.of(limited, free).forEach(user -> users().add(user, new PasswordHash("$x$1"))));
    }

    @Test
    void countsWhatIsChargedAndReleased() {
        charge(limited, 60);
        charge(limited, 40);
        transactions.writing(() -> quota.release(limited.id(), 30));

        assertThat(usage(limited)).isEqualTo(new Usage(100L, 70, 0));
    }

    @Test
    void refusesWhatDoesNotFitAndCountsNoneOfIt() {
        charge(limited, 90);

        assertThatThrownBy(() -> charge(limited, 11)).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.QuotaExceeded(10)));
        assertThat(usage(limited).usedBytes()).isEqualTo(90);
        assertThatThrownBy(() -> charge(limited, Long.MAX_VALUE)).isInstanceOf(RefusedException.class);
    }

    @Test
    void refusesNothingWithoutAQuota() {
        charge(free, 1L << 50);

        assertThat(usage(free)).isEqualTo(new Usage(null, 1L << 50, 0));
    }

    @Test
    void knowsOnlyThoseWhoExist() {
        assertThatThrownBy(() -> transactions.writing(() -> quota.charge(nobody, 1))).isInstanceOfSatisfying(
                RefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.NotFound()));
        transactions.writing(() -> quota.release(nobody, 1));
        assertThat(transactions.read(() -> quota.usage(nobody))).isEmpty();
    }

    @Test
    void holdsWhatIsReservedAgainstTheLimit() {
        reserve(limited, id(1), 70);

        assertThat(usage(limited)).isEqualTo(new Usage(100L, 0, 70));
        assertExceeded(30, () -> charge(limited, 31));
        assertExceeded(30, () -> reserve(limited, id(2), 31));
        charge(limited, 30);
        assertThat(usage(limited)).isEqualTo(new Usage(100L, 30, 70));
    }

    @Test
    void countsWhatWasStoredInPlaceOfWhatWasHeldAndGivesTheRestBack() {
        reserve(limited, id(1), 70);
        reserve(limited, id(2), 20);

        assertThat(transactions.write(() -> quota.settle(id(1), 50))).contains(new Usage(100L, 50, 20));
        assertThat(usage(limited)).isEqualTo(new Usage(100L, 50, 20));
        assertThat(transactions.write(() -> quota.settle(id(1), 50))).isEmpty();
        assertThat(usage(limited)).isEqualTo(new Usage(100L, 50, 20));
    }

    @Test
    void settlesNoMoreThanWasHeld() {
        reserve(limited, id(1), 70);

        assertThatThrownBy(() -> transactions.write(() -> quota.settle(id(1), 71))).isInstanceOf(IllegalArgumentException.class);
        assertThat(usage(limited)).isEqualTo(new Usage(100L, 0, 70));
    }

    @Test
    void keepsAPromiseWhenTheQuotaShrinks() {
        reserve(limited, id(1), 70);
        User.Patch smaller = new User.Patch(Change.keep(), Change.keep(), Change.keep(), Change.to(10L), Change.keep());
        transactions.writing(() -> users().save(users().find(limited.id()).orElseThrow().changed(smaller, limited.createdAt())));

        transactions.write(() -> quota.settle(id(1), 70));

        assertThat(usage(limited)).isEqualTo(new Usage(10L, 70, 0));
        assertExceeded(0, () -> charge(limited, 1));
    }

    @Test
    void givesUpOnce() {
        reserve(limited, id(1), 70);

        assertThat(transactions.write(() -> quota.giveUp(id(1)))).isTrue();
        assertThat(transactions.write(() -> quota.giveUp(id(1)))).isFalse();
        assertThat(usage(limited)).isEqualTo(new Usage(100L, 0, 0));
        assertThat(transactions.write(() -> quota.settle(id(1), 1))).isEmpty();
    }

    @Test
    void reservesOnlyForThoseWhoExist() {
        assertThatThrownBy(() -> transactions.writing(() -> quota.reserve(nobody, id(1), 1))).isInstanceOfSatisfying(
                RefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.NotFound()));
    }

    @Test
    void tellsWhatIsCountedAfterEachChange() {
        assertThat(transactions.write(() -> quota.charge(limited.id(), 10))).isEqualTo(new Usage(100L, 10, 0));
        assertThat(transactions.write(() -> quota.reserve(limited.id(), id(1), 20))).isEqualTo(new Usage(100L, 10, 20));
    }

    @Test
    void givesBackPartsOfWhatIsReserved() {
        reserve(limited, id(1), 30);

        assertThat(transactions.<Boolean>write(() -> quota.giveUpPart(id(1), 10))).isTrue();
        assertThat(usage(limited)).isEqualTo(new Usage(100L, 0, 20));
        assertThat(transactions.<Boolean>write(() -> quota.giveUpPart(id(1), 21))).as("more than is held").isFalse();
        assertThat(transactions.<Boolean>write(() -> quota.giveUpPart(id(2), 0))).as("none there").isFalse();
        transactions.writing(() -> quota.giveUp(id(1)));
        assertThat(usage(limited)).isEqualTo(new Usage(100L, 0, 0));
    }

    @Test
    void neverPassesTheLimitWhen500TakeAtOnce() {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> taken = IntStream.range(0, 500).mapToObj(i -> many.submit(() -> taken(i))).toList();

            assertThat(taken.stream().filter(StorageQuotaContract::got)).hasSize(25);
        }
        assertThat(usage(limited)).isEqualTo(new Usage(100L, 100, 0));
    }

    /** Four bytes, at once or reserved before. */
    private boolean taken(int i) {
        try {
            if (i % 3 == 0) {
                charge(limited, 4);
            } else {
                reserve(limited, id(i), 4);
                transactions.write(() -> quota.settle(id(i), 4));
            }
            return true;
        } catch (RefusedException full) {
            assertThat(full.refusal()).isInstanceOf(Refusal.QuotaExceeded.class);
            return false;
        }
    }

    private static boolean got(Future<Boolean> taken) {
        try {
            return taken.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static ReservationId id(int i) {
        return new ReservationId(new UUID(7, i));
    }

    private void assertExceeded(long left, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.QuotaExceeded(left)));
    }

    private void reserve(User user, ReservationId id, long bytes) {
        transactions.writing(() -> quota.reserve(user.id(), id, bytes));
    }

    private void charge(User user, long bytes) {
        transactions.writing(() -> quota.charge(user.id(), bytes));
    }

    private Usage usage(User user) {
        return transactions.read(() -> quota.usage(user.id())).orElseThrow();
    }
}
