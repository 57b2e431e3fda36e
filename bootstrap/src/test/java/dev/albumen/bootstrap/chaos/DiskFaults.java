package dev.albumen.bootstrap.chaos;

import java.io.IOException;
import java.time.Duration;

/** Fills the disk, and frees it after a while. */
final class DiskFaults implements FaultLoop {

    static final String FILLED = "diskFilled";
    private static final int FEWEST_ANSWERS = 60;
    private static final int MORE_ANSWERS = 200;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration SHORTEST_FULL = Duration.ofMillis(300);
    private static final Duration LONGEST_FULL = Duration.ofSeconds(2);

    private final SmallDisk disk;
    private final Fleet fleet;
    private final Chronicle chronicle;
    private final Dice dice;

    DiskFaults(SmallDisk disk, Fleet fleet, Chronicle chronicle, Dice dice) {
        this.disk = disk;
        this.fleet = fleet;
        this.chronicle = chronicle;
        this.dice = dice;
    }

    @Override
    public void run(Ending ending) throws IOException {
        while (fleet.pause(ending, FEWEST_ANSWERS + dice.below(MORE_ANSWERS), LONGEST)) {
            disk.fill();
            chronicle.happened("fill-disk", "disk", FILLED);
            ending.pause(dice.between(SHORTEST_FULL, LONGEST_FULL));
            disk.free();
        }
    }
}
