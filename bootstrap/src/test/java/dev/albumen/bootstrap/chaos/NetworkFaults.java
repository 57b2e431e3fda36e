package dev.albumen.bootstrap.chaos;

import java.time.Duration;

/** Cuts all connections of clients with a node, or of nodes with the database. */
final class NetworkFaults implements FaultLoop {

    static final String CUTS = "connectionsCut";
    private static final int FEWEST_ANSWERS = 15;
    private static final int MORE_ANSWERS = 80;
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Fleet fleet;
    private final Chronicle chronicle;
    private final Dice dice;

    NetworkFaults(Fleet fleet, Chronicle chronicle, Dice dice) {
        this.fleet = fleet;
        this.chronicle = chronicle;
        this.dice = dice;
    }

    @Override
    public void run(Ending ending) {
        while (fleet.pause(ending, FEWEST_ANSWERS + dice.below(MORE_ANSWERS), LONGEST)) {
            Node node = fleet.drawn(dice, ending);
            boolean clients = dice.inHundred(80);
            int cut = clients ? node.cutConnections() : fleet.database().cutConnections();
            chronicle.measures().count(CUTS, cut);
            chronicle.happened("cut-connections", clients ? "node " + node.number() : "database", "cuts");
        }
    }
}
