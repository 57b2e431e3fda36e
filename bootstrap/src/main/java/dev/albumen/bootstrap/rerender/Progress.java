package dev.albumen.bootstrap.rerender;

import java.io.PrintWriter;
import java.time.Duration;

/** Says how far the work has come: on a terminal by a bar that fills, elsewhere by a line now and then. */
public final class Progress {

    private static final int WIDTH = 40;
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final PrintWriter out;
    private final boolean terminal;
    private long total;
    private long done;
    private long saidAt;
    private long movedAt = System.nanoTime();

    /** @param terminal whether what is printed can be printed over */
    public Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param announced says what there is to do */
    public void begin(long images, String announced) {
        total = images;
        out.println(announced);
        out.flush();
        saidAt = System.nanoTime();
    }

    public void at(long images) {
        long now = System.nanoTime();
        if (images > done) {
            movedAt = now;
        }
        done = images;
        if (total == 0) {
            return;
        }
        if (terminal) {
            out.print("\r" + bar());
            out.flush();
        } else if (now - saidAt >= LINE_EVERY.toNanos()) {
            say(now - movedAt >= STANDSTILL.toNanos() ? text() + "; nothing moves: does the instance run?" : text());
            saidAt = now;
        }
    }

    public void end(long images) {
        done = images;
        total = Math.max(total, images);
        if (total > 0) {
            say(terminal ? "\r" + bar() : text());
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private String bar() {
        int filled = (int) Math.min(WIDTH, done * WIDTH / Math.max(1, total));
        return "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + text();
    }

    private String text() {
        return done + " of " + total + " (" + Math.min(100, done * 100 / Math.max(1, total)) + " %)";
    }
}
