package dev.albumen.bootstrap.chaos;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program behind {@code ./albumen chaos}. */
@Command(
        name = "chaos",
        description = {
            "Starts nodes of its own on a database and a storage of its own, has clients work on them, and kills, cuts, fills and stalls "
                    + "what they stand on. Then it compares everything that was answered with what is there.",
            "The same seed draws the same faults and choices; when each of them happens depends on the machine.",
            "Ends with 0 where all that was promised was kept, and with 1 otherwise."
        },
        mixinStandardHelpOptions = true)
final class Chaos implements Callable<Integer> {

    @Option(names = "--minutes", defaultValue = "2", description = "How long there are faults (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--seed", defaultValue = "1", description = "What decides the draws (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--nodes", defaultValue = "2", description = "1 to 8 (${DEFAULT-VALUE}).")
    private int nodes;

    @Option(names = "--clients", defaultValue = "8", description = "1 to 32 (${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--storage", defaultValue = "disk", description = "disk or s3 (${DEFAULT-VALUE}).")
    private Options.Storage storage = Options.Storage.DISK;

    @Option(names = "--json", description = "Prints the verdict for programs, as one line.")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Chaos()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
    }

    private Options options() {
        try {
            return new Options(Duration.ofMillis((long) (minutes * 60_000)), seed, nodes, clients, storage);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(new CommandLine(this), e.getMessage());
        }
    }

    @Override
    public Integer call() throws Exception {
        // What others print is not the verdict.
        PrintStream out = System.out;
        System.setOut(System.err);
        Options options = options();
        Path folder = Files.createTempDirectory("albumen-chaos-");
        Result result = new ChaosRun(options, folder, System.err).run();
        out.println(json ? result.json() : result.table());
        System.err.println("The journal and what the nodes said are in " + folder);
        return result.kept() ? 0 : 1;
    }
}
