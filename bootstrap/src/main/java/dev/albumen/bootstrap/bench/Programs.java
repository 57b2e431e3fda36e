package dev.albumen.bootstrap.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system that measuring can use. */
public final class Programs {

    /** Where Debian has servers, which is on the path of root alone. */
    private static final String SERVERS = "/usr/sbin";

    private Programs() {}

    /** Where a program is; empty where it is not installed. */
    public static Optional<Path> find(String name) {
        return Stream.concat(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)), Stream.of(SERVERS))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
