package dev.albumen.bootstrap.bench;

import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.persistence.image.SeededImages;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how long it takes to find images among many. */
@Command(
        name = "search",
        description = {
            "Measures searches of one owner among many images without files, as \"bench seed\" makes them, beside other owners' images.",
            "Each figure's requests look for different words, so that nothing is answered from memory of the one before.",
            "It starts an instance of its own with an empty home in the folder for temporary files, and removes it again."
        },
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

    /** How many different requests there are of each kind. */
    private static final int VARIED = 500;

    @Option(names = "--images", paramLabel = "N", defaultValue = "1000000", description = "Images of the owner who searches (${DEFAULT-VALUE}).")
    private int images;

    @Option(names = "--others", paramLabel = "N", defaultValue = "2", description = "Other owners (${DEFAULT-VALUE}), with a tenth of that each.")
    private int others;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "2", description = "Searches at once (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "5", description = "Of each figure (${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private final Telling telling = new Telling();

    private SearchCommand() {}

    @Override
    public Integer call() throws IOException {
        Map<String, Object> settings = Map.of("images", images, "others", others, "connections", connections, "seconds", seconds);
        return telling.tell(settings, () -> {
            if (images < 1 || others < 0 || connections < 1 || seconds < 1) {
                throw new BenchFailed("Amounts are positive numbers; only --others may be 0");
            }
            Path folder = Files.createTempDirectory("albumen-bench-search");
            Path home = folder.resolve("home");
            try (OwnInstance instance = OwnInstance.start(home)) {
                return measured(instance, EmbeddedDatabase.runningIn(home.resolve("postgres")).orElseThrow().access());
            } finally {
                PathUtils.deleteDirectory(folder);
            }
        });
    }

    private List<Figure> measured(OwnInstance instance, DatabaseAccess database) {
        Account owner = seeded(instance.address(), database, images);
        for (int i = 0; i < others; i++) {
            seeded(instance.address(), database, Math.max(1, images / 10));
        }
        Seeding.settle(database);
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("search-rare-word", owner, n -> "images?q=" + SeededImages.rareWord(n, images)));
        figures.add(figure("search-number", owner, n -> "images?q=" + (n * 7 % images)));
        figures.add(figure("search-occasional-word", owner, n -> "images?q=" + SeededImages.OCCASIONAL_WORD + "&limit=" + (50 + n % 10)));
        figures.add(figure("search-common-word", owner, n -> "images?q=seed&limit=" + (50 + n % 10)));
        figures.add(figure("search-three-facets", owner, n -> "images?q=" + encoded(
                "camera:\"Camera " + (char) ('A' + n % 7) + "\" color:red orientation:portrait") + "&limit=" + (50 + n % 10)));
        figures.add(figure("search-word-and-facet", owner, n -> "images?q=" + encoded(SeededImages.rareWord(n, images) + " color:red")));
        figures.add(figure("search-typo", owner, n -> "images?q=" + mistyped(SeededImages.rareWord(n, images))));
        figures.add(figure("search-facet-counts", owner, n -> "images/facets?q=" + encoded("camera:\"Camera " + (char) ('A' + n % 7) + '"')));
        figures.add(figure("search-suggestions", owner, n -> "images/suggestions?prefix=" + SeededImages.rareWord(n, images).substring(0, 2)));
        return figures;
    }

    private static Account seeded(URI service, DatabaseAccess database, int images) {
        Account account = new Account(service, "bench-" + UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID().toString());
        Seeding.seed(database, account.name(), images);
        return account;
    }

    private Figure figure(String name, Account owner, IntFunction<String> path) {
        List<URI> addresses = IntStream.range(0, VARIED).mapToObj(path).map(owner::address).toList();
        return new GetLoad(connections, seconds, 1).measure(name, addresses, owner.authorization());
    }

    /** Without one letter in its middle. */
    private static String mistyped(String word) {
        return word.substring(0, 3) + word.substring(4);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
