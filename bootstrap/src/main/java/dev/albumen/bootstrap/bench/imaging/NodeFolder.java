package dev.albumen.bootstrap.bench.imaging;

import dev.albumen.bootstrap.bench.BenchFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where sharp lies, installed once as its lock file says, and the scripts that use it. */
record NodeFolder(Path folder) {

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "prepare.mjs", "render.mjs");

    static NodeFolder installed(Path folder) {
        try {
            Files.createDirectories(folder);
            boolean isNew = false;
            for (String name : FILES) {
                isNew |= brought(name, folder.resolve(name)) && name.endsWith(".json");
            }
            NodeFolder node = new NodeFolder(folder);
            if (isNew || !Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
                node.run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
            }
            return node;
        } catch (IOException e) {
            throw new BenchFailed(folder + " cannot be written");
        }
    }

    /** Whether it was another one before. */
    private static boolean brought(String name, Path to) throws IOException {
        try (InputStream in = Objects.requireNonNull(NodeFolder.class.getResourceAsStream(name))) {
            Path fresh = to.resolveSibling(name + ".new");
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
            boolean isNew = !Files.exists(to) || Files.mismatch(fresh, to) >= 0;
            Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING);
            return isNew;
        }
    }

    /** Runs a script to its end. */
    void script(String name, Object... arguments) {
        List<String> command = new ArrayList<>(List.of("node", name));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        run(command);
    }

    ProcessBuilder command(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    private void run(List<String> command) {
        try {
            Process process = command(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes()).strip();
            if (process.waitFor() != 0) {
                throw new BenchFailed(String.join(" ", command) + " failed: " + said.lines().findFirst().orElse(""));
            }
        } catch (IOException e) {
            throw new BenchFailed("PATH: " + command.getFirst() + " was not found; install Node 20 or newer");
        } catch (InterruptedException e) {
            throw new BenchFailed("interrupted");
        }
    }
}
