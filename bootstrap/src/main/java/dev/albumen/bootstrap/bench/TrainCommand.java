package dev.albumen.bootstrap.bench;

import dev.albumen.bootstrap.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Has a service of its own do for a moment what services do, and keeps what the JVM loaded and learnt meanwhile (JEP 483,
 * JEP 515): later ones start in half the time, and compile at once what took them hundreds of requests to find.
 */
@Command(name = "train", description = "Makes the file that lets the service start quickly. \"./albumen build\" calls it.")
public final class TrainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Where the JVM's cache goes; a former one is replaced.")
    private Path cache = Path.of("albumen.aot");

    private TrainCommand() {}

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("albumen-train");
        try {
            Path draft = folder.resolve("albumen.aot");
            List<Photo> photos = Photos.small(Files.createDirectory(folder.resolve("photos")));
            work(folder.resolve("home"), draft, photos);
            Files.move(draft, cache, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    /** The JVM writes its cache when it ends. */
    private static void work(Path home, Path draft, List<Photo> photos) throws IOException {
        try (OwnInstance instance = OwnInstance.start(home, Map.of(), List.of("-XX:AOTCacheOutput=" + draft))) {
            EmbeddedDatabase.Running database = EmbeddedDatabase.runningIn(home.resolve("postgres")).orElseThrow();
            new Measurements(instance.address(), List.of(), Amounts.ofTraining(), photos,
                            (user, images) -> Seeding.seed(database.access(), user, images))
                    .take("train", UUID.randomUUID().toString());
        }
    }
}
