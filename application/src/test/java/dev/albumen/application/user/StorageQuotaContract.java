package dev.albumen.application.user;

import static dev.albumen.application.user.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.Usage;
import dev.albumen.domain.user.User;
import java.util.List;
import java.util.concurrent.Executors;
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
    void losesNothingWhenManyChargeAtOnce() {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 30).forEach(i -> many.submit(() -> charge(limited, 4)));
        }

        assertThat(usage(limited).usedBytes()).isEqualTo(100);
    }

    private void charge(User user, long bytes) {
        transactions.writing(() -> quota.charge(user.id(), bytes));
    }

    private Usage usage(User user) {
        return transactions.read(() -> quota.usage(user.id())).orElseThrow();
    }
}
