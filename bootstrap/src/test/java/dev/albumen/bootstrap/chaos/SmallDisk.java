package dev.albumen.bootstrap.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk in memory, small enough to be filled, where this system lets us have one. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
        // Ctrl-C must not leave it behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::unmount));
    }

    /** Empty where it may not be mounted. */
    static Optional<SmallDisk> mountedAt(Path folder, long mebibytes) throws IOException {
        Files.createDirectories(folder);
        return run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m,mode=700", "albumen-chaos", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    /** Takes all room that is left. */
    void fill() throws IOException {
        long left = Files.getFileStore(folder).getUsableSpace();
        if (!run("fallocate", "-l", Long.toString(left), filler().toString())) {
            // Somebody took a little of it meanwhile: what is left then is small.
            run("fallocate", "-l", Long.toString(Math.max(1, left - (1 << 20))), filler().toString());
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean unmount() {
        return run("umount", folder.toString()) || run("umount", "-l", folder.toString());
    }

    @Override
    public void close() {
        unmount();
    }
}
