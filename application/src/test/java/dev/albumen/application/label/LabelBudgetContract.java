package dev.albumen.application.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.label.LabelBudget.Reserved;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.label.CallLimits;
import dev.albumen.domain.shared.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every count of calls does. */
public abstract class LabelBudgetContract extends CatalogueContract {

    private static final LocalDate DAY = LocalDate.parse("2026-05-01");
    private static final CallLimits LIMITS = new CallLimits(10, 6);

    @Test
    void setsAsideNoMoreThanAUserMayHave() {
        assertThat(reserve(ada, 4)).isTrue();
        assertThat(reserve(ada, 3)).isFalse();
        assertThat(reserve(ada, 2)).isTrue();
        assertThat(reserve(ada, 1)).isFalse();
        assertThat(reserve(bob, 7)).as("at once").isFalse();
        assertThat(reserved(ada, 1)).isEqualTo(Reserved.NONE_FOR_USER);

        assertThat(spent(ada)).isEqualTo(6);
        assertThat(spentByAll()).isEqualTo(6);
    }

    @Test
    void setsAsideNoMoreThanTheInstanceMayHave() {
        reserve(ada, 6);
        assertThat(reserved(bob, 5)).isEqualTo(Reserved.NONE);
        assertThat(reserved(ada, 5)).as("both limits").isEqualTo(Reserved.NONE);

        assertThat(spent(bob)).as("nothing is left of what was refused").isZero();
        assertThat(reserve(bob, 4)).isTrue();
        assertThat(spentByAll()).isEqualTo(10);
    }

    @Test
    void beginsAnewEveryDay() {
        reserve(ada, 6);

        assertThat(write(() -> budget().reserve(DAY.plusDays(1), ada, 6, LIMITS))).isEqualTo(Reserved.ALL);
        assertThat(spentByAll()).isEqualTo(6);
    }

    @Test
    void givesBackWhatCostNothing() {
        reserve(ada, 6);
        writing(() -> budget().release(DAY, ada, 2));

        assertThat(spent(ada)).isEqualTo(4);
        assertThat(spentByAll()).isEqualTo(4);
        assertThat(reserve(ada, 2)).isTrue();
    }

    @Test
    void forgetsOldDays() {
        reserve(ada, 3);
        writing(() -> budget().forget(DAY));
        assertThat(spent(ada)).isEqualTo(3);

        writing(() -> budget().forget(DAY.plusDays(1)));
        assertThat(spent(ada)).isZero();
        assertThat(spentByAll()).isZero();
    }

    @Test
    void setsAsideExactlyTheLimitsHoweverManyAskAtOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                UserId user = i % 2 == 0 ? ada : bob;
                Callable<Boolean> one = () -> {
                    start.await();
                    return reserve(user, 1);
                };
                asked.add(threads.submit(one));
            }
            start.countDown();
        }
        int granted = 0;
        for (Future<Boolean> one : asked) {
            granted += one.get() ? 1 : 0;
        }
        assertThat(granted).isEqualTo(10);
        assertThat(spentByAll()).isEqualTo(10);
        assertThat(spent(ada) + spent(bob)).isEqualTo(10);
        assertThat(spent(ada)).isBetween(4L, 6L);
    }

    private LabelBudget budget() {
        return catalogue.labelBudget();
    }

    private boolean reserve(UserId user, int calls) {
        return reserved(user, calls) == Reserved.ALL;
    }

    private Reserved reserved(UserId user, int calls) {
        return write(() -> budget().reserve(DAY, user, calls, LIMITS));
    }

    private long spent(UserId user) {
        return read(() -> budget().spent(DAY, user));
    }

    private long spentByAll() {
        return read(() -> budget().spent(DAY));
    }
}
