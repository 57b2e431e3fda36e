package dev.albumen.bootstrap.bench.load;

import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.Figure;
import dev.albumen.bootstrap.bench.Telling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a service still does when more is asked of it than it can do. */
@Command(
        name = "overload",
        description = {
            "Finds the most good answers per second by rising numbers of clients, which do what those of \"mixed\" do, and then "
                    + "has many times more clients ask.",
            "Those who are turned away (429 or 503 with Retry-After) come again when they are asked to, or up to a second later.",
            "It starts an instance of its own with an empty home in the folder for temporary files, and removes it again."
        },
        mixinStandardHelpOptions = true)
public final class OverloadCommand implements Callable<Integer> {

    @Option(names = "--clients", paramLabel = "N", split = ",", defaultValue = "8,16,32,64",
            description = "Numbers of clients, among which the peak is looked for (${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of();

    @Option(names = "--times", paramLabel = "N", defaultValue = "10",
            description = "How many times the last of these numbers then asks (${DEFAULT-VALUE}).")
    private int times;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "10", description = "Of each number of clients (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm", paramLabel = "S", defaultValue = "15", description = "Seconds before that do not count (${DEFAULT-VALUE}).")
    private int warm;

    @Mixin
    private final Service service = new Service();

    @Mixin
    private final Telling telling = new Telling();

    private OverloadCommand() {}

    @Override
    public Integer call() throws IOException {
        Map<String, Object> settings = Map.of("clients", clients, "times", times, "seconds", seconds, "warm", warm,
                "accounts", service.accounts(), "pictures", service.pictures());
        return telling.tell(settings, () -> {
            if (clients.isEmpty() || clients.stream().anyMatch(number -> number < 1) || times < 1 || seconds < 1 || warm < 0
                    || service.accounts() < 1 || service.pictures() < 1) {
                throw new BenchFailed("Amounts are positive numbers; only --warm may be 0");
            }
            return service.with(this::measured);
        });
    }

    private List<Figure> measured(Crowd crowd) {
        if (warm > 0) {
            crowd.work(clients.getLast(), warm);
        }
        List<Figure> figures = new ArrayList<>();
        double peak = 0;
        for (int number : clients) {
            Outcome outcome = crowd.work(number, seconds);
            figures.add(outcome.figure("load-" + number));
            peak = Math.max(peak, outcome.rate());
        }
        Outcome overload = crowd.work(clients.getLast() * times, seconds);
        figures.add(Figure.plain("overload-peak", peak, "requests/s"));
        figures.add(overload.figure("overload"));
        figures.add(overload.turnedAway("overload-turned-away"));
        figures.add(Figure.plain("overload-kept", overload.rate() / peak, "of the peak"));
        return figures;
    }
}
