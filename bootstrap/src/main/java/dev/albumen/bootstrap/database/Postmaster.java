package dev.albumen.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server process that an earlier run left behind.
 *
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {

    /**
     * The living server of a cluster, as its pid file tells; empty where there is none. A pid that another program has
     * by now does not count, and neither does it stop PostgreSQL from starting: the stale file is removed.
     */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4 || lines.get(3).isBlank()) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(Postmaster::isPostgres);
        if (process.isEmpty()) {
            Files.delete(pidFile);
        }
        return process.map(found -> new Postmaster(found, Integer.parseInt(lines.get(3).strip())));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.endsWith("postgres")).orElse(true);
    }
}
