package dev.albumen.bootstrap.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Kills PostgreSQL with -9, brings it back after a while, and times until each node that lived through it is ready again. */
final class DatabaseFaults implements FaultLoop {

    static final String KILLS = "databaseKills";
    static final String READY_AGAIN = "readyAgain";
    static final String TOO_LATE = "readyAgainAfterMoreThan5s";
    static final Duration PROMISED = Duration.ofSeconds(5);
    private static final int FEWEST_ANSWERS = 40;
    private static final int MORE_ANSWERS = 200;
    private static final Duration LONGEST = Duration.ofSeconds(25);
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Fleet fleet;
    private final Chronicle chronicle;
    private final Dice dice;

    DatabaseFaults(Fleet fleet, Chronicle chronicle, Dice dice) {
        this.fleet = fleet;
        this.chronicle = chronicle;
        this.dice = dice;
    }

    @Override
    public void run(Ending ending) {
        try (ExecutorService watching = Executors.newVirtualThreadPerTaskExecutor()) {
            while (fleet.pause(ending, FEWEST_ANSWERS + dice.below(MORE_ANSWERS), LONGEST)) {
                Map<Node, Optional<Long>> alive = new HashMap<>();
                fleet.nodes().stream().filter(Node::isUp).forEach(node -> alive.put(node, node.pid()));
                fleet.database().kill();
                chronicle.happened("kill-database", "database", KILLS);
                ending.pause(dice.between(Duration.ZERO, LONGEST_DEATH));
                fleet.database().restart();
                long back = System.nanoTime();
                alive.forEach((node, pid) -> watching.submit(() -> watch(node, pid, back)));
            }
        }
    }

    /** As long as it is the same process. */
    private void watch(Node node, Optional<Long> pid, long back) {
        while (node.pid().equals(pid) && System.nanoTime() - back < PATIENCE.toNanos()) {
            if (node.address().filter(Readiness::isReady).isPresent()) {
                ready(Duration.ofNanos(System.nanoTime() - back));
                return;
            }
            new Ending().pause(Duration.ofMillis(20));
        }
    }

    private void ready(Duration after) {
        chronicle.measures().took(READY_AGAIN, after.toMillis());
        chronicle.measures().count(READY_AGAIN);
        if (after.compareTo(PROMISED) > 0) {
            chronicle.measures().count(TOO_LATE);
        }
    }
}
