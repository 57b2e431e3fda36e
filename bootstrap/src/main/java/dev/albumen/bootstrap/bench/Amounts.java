package dev.albumen.bootstrap.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much is done for each figure. */
final class Amounts {

    @Option(names = "--photos", paramLabel = "DIR",
            description = "JPEGs to upload. Without it, noisy pictures of 12 megapixels are made once and kept.")
    private @Nullable Path photos;

    @Option(names = "--uploads", paramLabel = "N", defaultValue = "40", description = "Uploads measured (${DEFAULT-VALUE}).")
    int uploads;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "4", description = "Uploads at once (${DEFAULT-VALUE}).")
    int clients;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "100000",
            description = "Images in the account whose lists are measured; 0 leaves them out (${DEFAULT-VALUE}).")
    int rows;

    @Option(names = "--page", paramLabel = "N", defaultValue = "1000",
            description = "The deep page measured, of 50 images each (${DEFAULT-VALUE}).")
    int page;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "8", description = "For each kind of reading (${DEFAULT-VALUE}).")
    double seconds;

    @Option(names = "--warm", paramLabel = "S", defaultValue = "4",
            description = "Seconds before each kind of reading, and uploads before the first, that do not count (${DEFAULT-VALUE}).")
    int warm;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "8", description = "Readers at once (${DEFAULT-VALUE}).")
    int connections;

    /** Enough for the JVM to see what is hot: a few hundred of each. */
    static Amounts ofTraining() {
        Amounts amounts = new Amounts();
        amounts.uploads = 150;
        amounts.clients = 4;
        amounts.rows = 100;
        amounts.page = 2;
        amounts.seconds = 0.5;
        amounts.connections = 4;
        return amounts;
    }

    Optional<Path> photos() {
        return Optional.ofNullable(photos);
    }

    GetLoad gets() {
        return new GetLoad(connections, seconds, warm);
    }

    Map<String, Object> told() {
        return Map.of("photos", photos().map(Path::toString).orElse("made"), "uploads", uploads, "clients", clients,
                "rows", rows, "page", page, "seconds", seconds, "warm", warm, "connections", connections);
    }

    void check() {
        if (uploads < 1 || clients < 1 || rows < 0 || page < 1 || seconds <= 0 || warm < 0 || connections < 1) {
            throw new BenchFailed("Amounts are positive numbers; only --rows and --warm may be 0");
        }
        if (rows > 0 && rows < page * Measurements.PAGE_SIZE) {
            throw new BenchFailed("--page: " + rows + " images have no page " + page + " of " + Measurements.PAGE_SIZE);
        }
    }
}
