package dev.albumen.bootstrap.chaos;

import java.time.Duration;
import java.util.Map;

/** Starts a node, lets it live for a while, kills it with -9, and starts it again with another wrong clock. */
final class NodeLife implements FaultLoop {

    static final String KILLS = "nodeKills";
    static final String VAIN_STARTS = "startsInVain";
    static final String START = "nodeStart";
    private static final int MOST_ANSWERS = 60;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration LAST_MOMENTS = Duration.ofMillis(300);
    private static final Duration LONGEST_DEATH = Duration.ofMillis(300);
    private static final Duration BEFORE_ANOTHER_START = Duration.ofMillis(300);
    private static final int MOST_OFFSET_MS = 5000;

    private final Node node;
    private final Fleet fleet;
    private final Chronicle chronicle;
    private final Dice dice;

    NodeLife(Node node, Fleet fleet, Chronicle chronicle, Dice dice) {
        this.node = node;
        this.fleet = fleet;
        this.chronicle = chronicle;
        this.dice = dice;
    }

    /** The node runs already. */
    @Override
    public void run(Ending ending) {
        while (lived(ending)) {
            node.kill();
            chronicle.happened("kill-node", "node " + node.number(), KILLS);
            ending.pause(dice.between(Duration.ZERO, LONGEST_DEATH));
            Duration offset = Duration.ofMillis(dice.below(2 * MOST_OFFSET_MS) - MOST_OFFSET_MS);
            while (!started(offset)) {
                ending.pause(BEFORE_ANOTHER_START);
            }
        }
    }

    /** So many answers, and then somewhere in the midst of what is on its way. */
    private boolean lived(Ending ending) {
        long due = node.answers() + 1 + dice.below(MOST_ANSWERS);
        return ending.pauseUntil(() -> node.answers() >= due, LONGEST) && ending.pause(dice.between(Duration.ZERO, LAST_MOMENTS));
    }

    /** Without a database it ends at once, and is started again as by a service manager. */
    private boolean started(Duration offset) {
        long begun = System.nanoTime();
        boolean ready = fleet.start(node, offset, Map.of());
        if (ready) {
            chronicle.measures().took(START, Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } else {
            chronicle.measures().count(VAIN_STARTS);
        }
        return ready;
    }
}
