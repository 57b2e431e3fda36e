package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** tus-js-client in a process of Node's, as its lock file says. */
final class TusClient {

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "upload.mjs");
    private static final int MINUTES = 3;

    private final Path folder;

    private TusClient(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where there is no npm, or npm cannot fetch it. */
    static TusClient installed(Path folder) throws Exception {
        assumeThat(System.getenv("PATH").split(":")).as("npm on the PATH").anyMatch(place -> Files.isExecutable(Path.of(place, "npm")));
        Files.createDirectories(folder);
        for (String name : FILES) {
            try (InputStream in = Objects.requireNonNull(TusClient.class.getResourceAsStream("tus/" + name))) {
                Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        TusClient client = new TusClient(folder);
        Process npm = client.start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        String said = new String(npm.getInputStream().readAllBytes()).strip();
        assumeThat(npm.waitFor()).as("npm could not fetch tus-js-client: " + said).isZero();
        return client;
    }

    /** Uploads a file to its end, going on as often as it must. Returns its address. */
    URI upload(URI endpoint, String authorization, Path file) throws Exception {
        return URI.create(run("node", "upload.mjs", endpoint.toString(), authorization, file.toString()));
    }

    private Process start(String... command) throws IOException {
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        String said = new String(process.getInputStream().readAllBytes()).strip();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        assertThat(ended && process.exitValue() == 0).as(command[0] + ": " + said).isTrue();
        return said;
    }
}
