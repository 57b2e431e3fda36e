package dev.albumen.bootstrap.bench;

import dev.albumen.bootstrap.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;

/** A service for the measuring alone, with a database and an empty home, which is gone afterwards. */
public final class OwnService implements AutoCloseable {

    private final Path folder;
    private final OwnInstance instance;

    private OwnService(Path folder, OwnInstance instance) {
        this.folder = folder;
        this.instance = instance;
    }

    /** Starts it in the folder for temporary files. */
    public static OwnService start() {
        return start(Map.of());
    }

    /** @param settings environment variables, beside those that instances for measuring take over */
    public static OwnService start(Map<String, String> settings) {
        try {
            Path folder = Files.createTempDirectory("albumen-bench");
            try {
                return new OwnService(folder, OwnInstance.start(folder.resolve("home"), settings));
            } catch (RuntimeException e) {
                PathUtils.deleteDirectory(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return instance.address();
    }

    /** The service itself; its workers are what it started. */
    public ProcessHandle process() {
        return instance.process();
    }

    /** The first process of the database. */
    public ProcessHandle database() {
        return EmbeddedDatabase.runningIn(folder.resolve("home/postgres")).orElseThrow().process();
    }

    /** Service and database. */
    public List<ProcessHandle> processes() {
        return List.of(process(), database());
    }

    @Override
    public void close() {
        instance.close();
        try {
            PathUtils.deleteDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
