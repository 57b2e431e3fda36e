package dev.albumen.bootstrap.bench.imaging;

import java.nio.file.Path;

/** One of those that are measured. */
interface Side extends AutoCloseable {

    /** Stable, for programs. */
    String engine();

    /**
     * Renders a picture a number of times, one after the other.
     *
     * @param into a folder for the renditions, of which {@link #preview} is one
     */
    void render(Input input, int times, Path into);

    /** The JPEG preview, where the folder holds a finished picture. */
    default Path preview(Path into) {
        return into.resolve(Outputs.PREVIEW);
    }

    /** Processor time taken so far, in milliseconds. */
    double cpuMillis();

    /** Forgets the memory's peak. */
    void resetPeak();

    /** The memory's peak since then, in bytes; 0 where the system does not tell. */
    long peakBytes();

    @Override
    void close();
}
