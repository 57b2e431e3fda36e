package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.DependencyException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JointLookupTest {

    private final List<List<Integer>> statements = Collections.synchronizedList(new ArrayList<>());

    @Test
    void answersEveryCallerWithWhatBelongsToItsKey() throws Exception {
        try (JointLookup<Integer, String> lookup = new JointLookup<>("test", 2, this::evenOnes);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Integer, Future<Optional<String>>> answers = new HashMap<>();
            for (int key = 0; key < 1000; key++) {
                int asked = key;
                answers.put(key, callers.submit(() -> lookup.find(asked)));
            }
            for (int key = 0; key < 1000; key++) {
                assertThat(answers.get(key).get()).isEqualTo(key % 2 == 0 ? Optional.of("even " + key) : Optional.empty());
            }
        }
    }

    @Test
    void joinsThoseWhoAskWhileAStatementRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Semaphore goOn = new Semaphore(0);
        try (JointLookup<Integer, String> lookup = new JointLookup<>("test", 1, keys -> {
                    running.countDown();
                    goOn.acquireUninterruptibly();
                    return evenOnes(keys);
                });
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<String>> first = callers.submit(() -> lookup.find(0));
            running.await();
            CountDownLatch asking = new CountDownLatch(3);
            List<Future<Optional<String>>> others = List.of(2, 4, 4).stream().map(key -> callers.submit(() -> {
                asking.countDown();
                return lookup.find(key);
            })).toList();
            asking.await();
            // The three have begun to ask; the statement that is held lets them all arrive before it ends.
            while (lookup.waiting() < 3) {
                Thread.onSpinWait();
            }
            goOn.release(2);
            assertThat(first.get()).contains("even 0");
            assertThat(others.get(2).get()).contains("even 4");
            others.get(0).get();
            assertThat(statements).hasSize(2);
            assertThat(statements.get(1)).containsExactlyInAnyOrder(2, 4);
        }
    }

    @Test
    void passesAFailureToThoseWhoAskedAndGoesOn() {
        List<Boolean> broken = Collections.synchronizedList(new ArrayList<>(List.of(true)));
        try (JointLookup<Integer, String> lookup = new JointLookup<>("test", 1, keys -> {
                    if (!broken.isEmpty()) {
                        broken.clear();
                        throw new DependencyException("no database");
                    }
                    return evenOnes(keys);
                })) {
            assertThatThrownBy(() -> lookup.find(2)).isInstanceOf(DependencyException.class);
            assertThat(lookup.find(2)).contains("even 2");
        }
    }

    @Test
    void turnsAwayWhoAsksAfterTheEnd() {
        JointLookup<Integer, String> lookup = new JointLookup<>("test", 1, this::evenOnes);
        lookup.close();
        assertThatThrownBy(() -> {
            for (int i = 0; i < 100; i++) {
                lookup.find(2); // a lane may be answering its last question
            }
        }).isInstanceOf(DependencyException.class);
    }

    private Map<Integer, String> evenOnes(List<Integer> keys) {
        statements.add(List.copyOf(keys));
        Map<Integer, String> found = new HashMap<>();
        keys.stream().filter(key -> key % 2 == 0).forEach(key -> found.put(key, "even " + key));
        return found;
    }
}
