package dev.albumen.bootstrap.bench;

import dev.albumen.bootstrap.bench.big.BigCommand;
import dev.albumen.bootstrap.bench.imaging.ImagingCommand;
import dev.albumen.bootstrap.bench.load.MixedCommand;
import dev.albumen.bootstrap.bench.load.OverloadCommand;
import dev.albumen.bootstrap.bench.scale.ScaleCommand;
import dev.albumen.bootstrap.bench.share.ShareCommand;
import dev.albumen.bootstrap.bench.thumbnails.ThumbnailsCommand;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures, and tells figures without judging them. */
@Command(
        name = "bench",
        description = {
            "Measures how fast the service is and how much memory it takes.",
            "It starts an instance of its own with an empty home in the folder for temporary files, and removes it again."
        },
        mixinStandardHelpOptions = true,
        subcommands = {SeedCommand.class, ImagingCommand.class, ThumbnailsCommand.class, ShareCommand.class, SearchCommand.class, MixedCommand.class, OverloadCommand.class, BigCommand.class, ScaleCommand.class})
public final class BenchCommand implements Callable<Integer> {

    @Mixin
    private final Amounts amounts = new Amounts();

    @Option(names = "--target", paramLabel = "URL",
            description = "A running service to measure instead. Two accounts with their images stay in it. Its database is "
                    + "found by the settings, as \"bench seed\" finds it; --rows 0 does without.")
    private @Nullable URI target;

    @Option(names = "--pids", paramLabel = "PID", split = ",",
            description = "Whose memory counts with --target: the service's and its database's.")
    private List<Long> pids = List.of();

    @Mixin
    private final Telling telling = new Telling();

    private BenchCommand() {}

    @Override
    public Integer call() throws IOException {
        return telling.tell(amounts.told(), () -> {
            amounts.check();
            List<Photo> photos = amounts.photos().map(Photos::in).orElseGet(() -> Photos.made(CacheFolder.of("bench-photos")));
            return target == null ? ofOwn(photos) : ofTarget(target, photos);
        });
    }

    private List<Figure> ofOwn(List<Photo> photos) throws IOException {
        Path folder = Files.createTempDirectory("albumen-bench");
        Path home = folder.resolve("home");
        try {
            List<Figure> figures = new ArrayList<>();
            try (OwnInstance first = OwnInstance.start(home)) {
                figures.add(Figure.plain("start-empty-home", first.secondsToReady(), "s"));
            }
            try (OwnInstance instance = OwnInstance.start(home)) {
                figures.add(Figure.plain("start-warm-home", instance.secondsToReady(), "s"));
                EmbeddedDatabase.Running database = EmbeddedDatabase.runningIn(home.resolve("postgres")).orElseThrow();
                figures.addAll(taken(instance.address(), List.of(instance.process(), database.process()), photos, database.access()));
            }
            return figures;
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    private List<Figure> ofTarget(URI address, List<Photo> photos) {
        List<ProcessHandle> processes = pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
        return taken(address, processes, photos, null);
    }

    private List<Figure> taken(
            URI address, List<ProcessHandle> processes, List<Photo> photos, @Nullable DatabaseAccess database) {
        return new Measurements(address, processes, amounts, photos, (user, images) -> Seeding.seed(
                        database == null ? Seeding.databaseBySettings() : database, user, images))
                .take(UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID().toString());
    }
}
