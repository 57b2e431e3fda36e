package dev.albumen.bootstrap.verify;

import dev.albumen.persistence.integrity.CheckBeside;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;

/** Says how far a check has come: on a terminal in one line that changes, elsewhere by a line now and then. */
final class Watching {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);
    private static final long MEGABYTE = 1_000_000;

    private final CheckBeside check;
    private final PrintWriter out;
    private final boolean terminal;
    private String said = "";
    private long movedAt = System.nanoTime();
    private long saidAt = System.nanoTime();

    Watching(CheckBeside check, PrintWriter out, boolean terminal) {
        this.check = check;
        this.out = out;
        this.terminal = terminal;
    }

    /** How it ended, once what it has repaired is done too. */
    CheckBeside.State untilDone() throws SQLException, InterruptedException {
        CheckBeside.State state = check.state();
        long repairs = check.repairsWaiting();
        while (!state.done() || repairs > 0) {
            say(state, repairs);
            Thread.sleep(LOOK_EVERY);
            state = check.state();
            repairs = state.repairs() ? check.repairsWaiting() : 0;
        }
        if (terminal) {
            out.println();
        }
        return state;
    }

    private void say(CheckBeside.State state, long repairs) {
        String text = state.checkedContents() + " of " + state.contents() + " originals, " + state.checkedBytes() / MEGABYTE + " MB; "
                + state.listedBlobs() + " files; " + repairs + " images to render anew";
        long now = System.nanoTime();
        if (!text.equals(said)) {
            movedAt = now;
            said = text;
        }
        if (terminal) {
            out.print("\r" + text);
            out.flush();
        } else if (now - saidAt >= LINE_EVERY.toNanos()) {
            out.println(now - movedAt >= STANDSTILL.toNanos() ? text + "; nothing moves: does an instance run on this database?" : text);
            out.flush();
            saidAt = now;
        }
    }
}
