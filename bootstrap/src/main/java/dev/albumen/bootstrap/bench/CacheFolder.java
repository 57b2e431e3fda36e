package dev.albumen.bootstrap.bench;

import java.nio.file.Path;

/** Where benches keep what takes long to make (XDG Base Directory Specification). */
public final class CacheFolder {

    private CacheFolder() {}

    /** @param name of what is kept */
    public static Path of(String name) {
        String given = System.getenv("XDG_CACHE_HOME");
        Path base = given == null || given.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return base.resolve("albumen").resolve(name);
    }
}
