package dev.albumen.bootstrap.bench.load;

import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.Telling;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures many clients that do different things. */
@Command(
        name = "mixed",
        description = {
            "Measures many clients at once: of 100 requests 40 are for lists of 50 images and 40 for thumbnails, 15 change a "
                    + "description, 5 send a photograph of 3.7 MB.",
            "It starts an instance of its own with an empty home in the folder for temporary files, and removes it again."
        },
        mixinStandardHelpOptions = true)
public final class MixedCommand implements Callable<Integer> {

    @Option(names = "--clients", paramLabel = "N", defaultValue = "64", description = "Clients at once (${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "20", description = "How long they work (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm", paramLabel = "S", defaultValue = "10", description = "Seconds before that do not count (${DEFAULT-VALUE}).")
    private int warm;

    @Mixin
    private final Service service = new Service();

    @Mixin
    private final Telling telling = new Telling();

    private MixedCommand() {}

    @Override
    public Integer call() throws IOException {
        Map<String, Object> settings = Map.of("clients", clients, "seconds", seconds, "warm", warm,
                "accounts", service.accounts(), "pictures", service.pictures());
        return telling.tell(settings, () -> {
            if (clients < 1 || seconds < 1 || warm < 0 || service.accounts() < 1 || service.pictures() < 1) {
                throw new BenchFailed("Amounts are positive numbers; only --warm may be 0");
            }
            return service.with(crowd -> {
                if (warm > 0) {
                    crowd.work(clients, warm);
                }
                Outcome outcome = crowd.work(clients, seconds);
                return List.of(
                        outcome.figure("mixed"),
                        outcome.figure("mixed-list", Deed.LIST),
                        outcome.figure("mixed-thumbnail", Deed.THUMBNAIL),
                        outcome.figure("mixed-edit", Deed.EDIT),
                        outcome.figure("mixed-upload", Deed.UPLOAD),
                        outcome.turnedAway("mixed-turned-away"));
            });
        });
    }
}
