package dev.albumen.imaging.rendition.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the machine's memory a process holds, as the kernel tells it. */
final class ResidentMemory {

    private static final String LABEL = "VmRSS:";

    private ResidentMemory() {}

    /** In MiB; 0 where the system does not tell, or the process is gone. */
    static long mebibytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith(LABEL)) {
                    return Long.parseLong(line.substring(LABEL.length()).replace("kB", "").strip()) / 1024;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}
