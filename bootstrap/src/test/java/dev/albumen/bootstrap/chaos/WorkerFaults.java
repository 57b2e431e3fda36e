package dev.albumen.bootstrap.chaos;

import java.time.Duration;

/** Kills processes that make pictures with -9. */
final class WorkerFaults implements FaultLoop {

    static final String KILLS = "workerKills";
    private static final int FEWEST_ANSWERS = 10;
    private static final int MORE_ANSWERS = 50;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Fleet fleet;
    private final Chronicle chronicle;
    private final Dice dice;

    WorkerFaults(Fleet fleet, Chronicle chronicle, Dice dice) {
        this.fleet = fleet;
        this.chronicle = chronicle;
        this.dice = dice;
    }

    @Override
    public void run(Ending ending) {
        while (fleet.pause(ending, FEWEST_ANSWERS + dice.below(MORE_ANSWERS), LONGEST)) {
            Node node = fleet.drawn(dice, ending);
            if (node.killWorker(dice)) {
                chronicle.happened("kill-worker", "node " + node.number(), KILLS);
            }
        }
    }
}
