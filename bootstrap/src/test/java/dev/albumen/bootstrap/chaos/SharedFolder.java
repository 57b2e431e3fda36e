package dev.albumen.bootstrap.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One folder for all nodes, as on a network disk. */
record SharedFolder(Path blobs) implements Store {

    static SharedFolder in(Path folder) throws IOException {
        return new SharedFolder(Files.createDirectories(folder.resolve("blobs")));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("ALBUMEN_STORAGE", "disk");
    }

    @Override
    public void prepare(Path home) throws IOException {
        Files.createSymbolicLink(home.resolve("blobs"), blobs);
    }

    @Override
    public void trouble(boolean on) {
        // A full disk is another fault.
    }

    @Override
    public int troubles() {
        return 0;
    }

    @Override
    public void close() {
        // It goes with the run's folder.
    }
}
