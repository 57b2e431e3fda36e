package dev.albumen.bootstrap.bench.thumbnails;

import dev.albumen.bootstrap.bench.Account;
import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.CacheFolder;
import dev.albumen.bootstrap.bench.Figure;
import dev.albumen.bootstrap.bench.OwnService;
import dev.albumen.bootstrap.bench.Photos;
import dev.albumen.bootstrap.bench.Telling;
import dev.albumen.bootstrap.bench.UploadLoad;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the delivery of thumbnails. */
@Command(
        name = "thumbnails",
        description = {
            "Measures how fast thumbnails are delivered: at signed addresses, with a token, and to clients that have them.",
            "Access is checked with each request. wrk asks; each figure is the median of the rounds.",
            "It starts an instance of its own with an empty home in the folder for temporary files, and removes it again."
        },
        mixinStandardHelpOptions = true)
public final class ThumbnailsCommand implements Callable<Integer> {

    private static final int UPLOADS_AT_ONCE = 4;

    @Option(names = "--nginx", description = "nginx serves the same files in turns, and the ratio is told. It is Debian's "
            + "(nginx-light), with a configuration, a folder and a port of its own.")
    private boolean nginx;

    @Option(names = "--ways", paramLabel = "WAY", split = ",", defaultValue = "signed,bearer,not_modified",
            description = "Which of signed, bearer and not_modified (${DEFAULT-VALUE}).")
    private List<String> ways = List.of();

    @Option(names = "--images", paramLabel = "N", defaultValue = "100", description = "Pictures in turn (${DEFAULT-VALUE}).")
    private int images;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "8", description = "Readers at once (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Turns of each (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "2", description = "Of each turn (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm", paramLabel = "S", defaultValue = "10",
            description = "Seconds before the first turn that do not count (${DEFAULT-VALUE}).")
    private int warm;

    @Option(names = "--target", paramLabel = "URL", description = "A running service to measure instead. An account with "
            + "its images stays in it.")
    private @Nullable URI target;

    @Option(names = "--pids", paramLabel = "PID", split = ",",
            description = "Whose processor time counts with --target: the service's and its database's.")
    private List<Long> pids = List.of();

    @Mixin
    private final Telling telling = new Telling();

    private ThumbnailsCommand() {}

    @Override
    public Integer call() throws IOException {
        Map<String, Object> settings = Map.of("images", images, "connections", connections, "rounds", rounds,
                "seconds", seconds, "warm", warm);
        return telling.tell(settings, () -> {
            if (images < 1 || connections < 1 || rounds < 1 || seconds < 1 || warm < 0) {
                throw new BenchFailed("Amounts are positive numbers; only --warm may be 0");
            }
            List<Way> wanted = ways.stream().map(ThumbnailsCommand::way).toList();
            Path work = Files.createTempDirectory("albumen-bench-thumbnails");
            try {
                return target == null ? ofOwn(wanted, work) : of(target, processes(), wanted, work);
            } finally {
                PathUtils.deleteDirectory(work);
            }
        });
    }

    private static Way way(String name) {
        try {
            return Way.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BenchFailed("--ways: signed, bearer and not_modified, parted by commas");
        }
    }

    private List<ProcessHandle> processes() {
        return pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
    }

    private List<Figure> ofOwn(List<Way> wanted, Path work) throws IOException {
        try (OwnService service = OwnService.start()) {
            return of(service.address(), service.processes(), wanted, work);
        }
    }

    private List<Figure> of(URI service, List<ProcessHandle> processes, List<Way> wanted, Path work) throws IOException {
        Turns turns = new Turns(Wrk.in(work, connections), rounds, seconds, warm);
        Account account = new Account(service, "bench-" + UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID().toString());
        new UploadLoad(account, Photos.made(CacheFolder.of("bench-photos")), UPLOADS_AT_ONCE).fill(images, "");
        Delivery delivery = new Delivery(account, processes, new Pictures(), turns);
        Path files = Files.createDirectory(work.resolve("files"));
        List<Picture> pictures = delivery.reading().of(account, files);
        if (!nginx) {
            return measured(delivery, wanted, pictures, null);
        }
        if (!Nginx.isInstalled()) {
            telling.note("nginx is not installed (Debian's nginx-light): it is left out");
            return measured(delivery, wanted, pictures, null);
        }
        try (Nginx beside = Nginx.start(work, files)) {
            return measured(delivery, wanted, delivery.reading().at(beside.address(), pictures, files), beside);
        }
    }

    private static List<Figure> measured(Delivery delivery, List<Way> wanted, List<Picture> pictures, @Nullable Nginx beside)
            throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (Way way : wanted) {
            figures.addAll(delivery.measure(way, pictures, beside));
        }
        return figures;
    }
}
