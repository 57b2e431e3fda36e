package dev.albumen.imaging.rendition.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a worker writes to stderr: its first words of every minute, so that no picture can fill the log. */
final class ErrorOutput implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorOutput.class);
    private static final int PIECE = 2000;
    private static final int PER_MINUTE = 10;
    private static final long MINUTE = 60_000_000_000L;

    private final long pid;
    private final InputStream stderr;
    private long minuteBegan = System.nanoTime();
    private int logged;

    ErrorOutput(long pid, InputStream stderr) {
        this.pid = pid;
        this.stderr = stderr;
    }

    /** Reads to the end, logged or not: a worker must never wait for somebody to listen. */
    @Override
    public void run() {
        byte[] piece = new byte[PIECE];
        try (stderr) {
            for (int count = stderr.read(piece); count >= 0; count = stderr.read(piece)) {
                if (mayLog()) {
                    LOG.warn("worker {}: {}", pid, printable(new String(piece, 0, count, StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            LOG.debug("worker {} says no more", pid, e);
        }
    }

    private boolean mayLog() {
        long now = System.nanoTime();
        if (now - minuteBegan > MINUTE) {
            minuteBegan = now;
            logged = 0;
        }
        return logged++ < PER_MINUTE;
    }

    private static String printable(String text) {
        return text.strip().replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "?");
    }
}
