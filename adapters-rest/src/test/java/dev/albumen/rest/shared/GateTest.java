package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate(2, 2);
    private final List<String> called = new ArrayList<>();

    @Test
    void letsInAsManyAsThereArePlacesAndSeatsSomeMore() {
        assertThat(enter("a")).isEqualTo(Gate.Entry.IN);
        assertThat(enter("b")).isEqualTo(Gate.Entry.IN);
        assertThat(enter("c")).isEqualTo(Gate.Entry.WAITING);
        assertThat(enter("d")).isEqualTo(Gate.Entry.WAITING);
        assertThat(enter("e")).isEqualTo(Gate.Entry.FULL);
        assertThat(gate.enterNow()).isFalse();
        assertThat(gate.inside()).isEqualTo(2);
        assertThat(gate.waiting()).isEqualTo(2);
    }

    @Test
    void callsWhoeverCameFirst() {
        List.of("a", "b", "c", "d").forEach(this::enter);

        gate.leave();
        assertThat(called).containsExactly("c");
        gate.leave();
        assertThat(called).containsExactly("c", "d");
        assertThat(gate.inside()).as("their places are taken").isEqualTo(2);
        gate.leave();
        gate.leave();
        assertThat(gate.inside()).isZero();
    }

    @Test
    void callsNobodyWhoWaitsNoLonger() {
        List.of("a", "b").forEach(this::enter);
        Gate.Waiter waiter = () -> called.add("c");
        gate.enter(waiter);

        assertThat(gate.giveUp(waiter)).isTrue();
        gate.leave();
        assertThat(called).isEmpty();
        assertThat(gate.giveUp(waiter)).isFalse();
        assertThat(gate.inside()).isOne();
    }

    @Test
    void neverLetsInTooManyAndLosesNoPlace() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger full = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> {
                    for (int time = 0; time < 2_000; time++) {
                        Semaphore turn = new Semaphore(0);
                        Gate.Entry entry = gate.enter(turn::release);
                        if (entry == Gate.Entry.FULL) {
                            full.incrementAndGet();
                            continue;
                        }
                        if (entry == Gate.Entry.WAITING) {
                            turn.acquireUninterruptibly();
                        }
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        inside.decrementAndGet();
                        gate.leave();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(most).hasValueBetween(1, 2);
        assertThat(gate.inside()).isZero();
        assertThat(gate.waiting()).isZero();
    }

    private Gate.Entry enter(String name) {
        return gate.enter(() -> called.add(name));
    }
}
