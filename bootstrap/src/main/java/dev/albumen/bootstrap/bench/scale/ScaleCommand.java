package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.Telling;
import dev.albumen.persistence.shared.MeasuredDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what it costs to be many nodes, and to have many images. */
@Command(
        name = "scale",
        description = {
            "Measures one, two and four nodes on one database under the same load, and one that is asked as seldom as each of them;",
            "one owner's many images beside another's few; and a listing beside pgbench with the SQL of that listing.",
            "One machine shows what being many costs, not what it brings. What the JVMs' compilers take is told beside the other",
            "processor time.",
            "All nodes run all the time and somebody changes something 50 times a second, so that nothing is answered from memory for long.",
            "It starts a database and nodes of its own in the folder for temporary files, and removes them again."
        },
        mixinStandardHelpOptions = true)
public final class ScaleCommand implements Callable<Integer> {

    private static final List<Integer> NODES = List.of(1, 2, 4);

    @Option(names = "--few", paramLabel = "N", defaultValue = "10000", description = "Images of the one owner (${DEFAULT-VALUE}).")
    private int few;

    @Option(names = "--many", paramLabel = "N", defaultValue = "1000000", description = "Images of the other (${DEFAULT-VALUE}).")
    private int many;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "8", description = "Clients at once (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "4", description = "Turns of each number of nodes (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "5", description = "Of each turn (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "100",
            description = "Requests a second, the same for one node and for many (${DEFAULT-VALUE}); 0 for as many as are answered.")
    private double rate;

    @Mixin
    private final Telling telling = new Telling();

    private ScaleCommand() {}

    @Override
    public Integer call() throws IOException {
        return telling.tell(() -> {
            if (few < Library.SHARED || many < few || connections < NODES.getLast() || rounds < 1 || seconds <= 0 || rate < 0) {
                throw new BenchFailed("--few is at least " + Library.SHARED + ", --many at least that, --connections at least "
                        + NODES.getLast() + ", --rate is not negative, the others are positive");
            }
            Path folder = Files.createTempDirectory("albumen-bench-scale");
            try (Fleet fleet = Fleet.start(folder, NODES.getLast())) {
                return measured(fleet, folder);
            } finally {
                PathUtils.deleteDirectory(folder);
            }
        });
    }

    private ScaleReport measured(Fleet fleet, Path folder) throws IOException {
        Library small = Library.seeded(fleet, few);
        long before = fleet.ask(MeasuredDatabase::size);
        Library large = Library.seeded(fleet, many);
        fleet.tell(MeasuredDatabase::settle);
        double bytesPerImage = (double) (fleet.ask(MeasuredDatabase::size) - before) / many;
        Load load = new Load(connections, seconds, rate);
        Listing listing = Listing.of(fleet, load.unbounded(), folder, small, telling);
        try (Changes changes = Changes.every20Millis(fleet.addresses().getFirst())) {
            ManyNodes.Measured nodes = new ManyNodes(fleet, load, changes, rounds).measure(small, NODES);
            List<ScaleReport.Growth> growth = new Growing(connections).measure(small, large);
            return new ScaleReport(nodes.nodes(), nodes.alone(), growth, listing.measure(small), bytesPerImage);
        }
    }
}
