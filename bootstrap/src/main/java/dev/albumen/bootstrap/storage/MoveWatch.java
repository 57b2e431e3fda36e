package dev.albumen.bootstrap.storage;

import dev.albumen.application.moving.StorageMove;
import dev.albumen.persistence.moving.MoveBeside;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;

/** Says how far a move has come: on a terminal in one line that changes, elsewhere by a line now and then. */
final class MoveWatch {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);
    private static final long MEGABYTE = 1_000_000;
    private static final int KEYS = 65_536;
    private static final int HEX = 16;

    private final MoveBeside move;
    private final PrintWriter out;
    private final boolean terminal;
    private long saidAt;

    MoveWatch(MoveBeside move, PrintWriter out, boolean terminal) {
        this.move = move;
        this.out = out;
        this.terminal = terminal;
        this.saidAt = System.nanoTime();
    }

    /** How it ended, or where it rests until somebody does something. */
    MoveBeside.State untilItEndsOrRests() throws SQLException, InterruptedException {
        MoveBeside.State state = move.state().orElseThrow();
        while (!state.isOver() && !state.rests()) {
            say(state);
            Thread.sleep(LOOK_EVERY);
            state = move.state().orElseThrow();
        }
        out.println((terminal ? "\r" : "") + text(state));
        out.flush();
        return state;
    }

    private void say(MoveBeside.State state) {
        long now = System.nanoTime();
        if (terminal) {
            out.print("\r" + text(state) + "    ");
            out.flush();
        } else if (now - saidAt >= LINE_EVERY.toNanos()) {
            out.println(text(state));
            out.flush();
            saidAt = now;
        }
    }

    static String text(MoveBeside.State state) {
        return state.from().word() + " to " + state.to().word() + ": " + (state.state().equals("running") ? state.phase() : state.state())
                + (state.turning() ? " (turning back)" : "") + part(state) + "; " + state.copied() + " files, "
                + state.copiedBytes() / MEGABYTE + " MB copied; " + state.deleted() + " removed from the old place"
                + (state.failed() > 0 ? "; " + state.failed() + " could not be copied" : "")
                + (state.problem().isEmpty() ? "" : "; " + state.problem());
    }

    /** Keys begin with a hash, so the place among them tells which part of a folder is done. */
    private static String part(MoveBeside.State state) {
        String[] names = state.place().split("/");
        if (!state.phase().equals("copying") || names.length < 1 || names[0].isEmpty()) {
            return "";
        }
        if (names.length < 3 || !(names[1] + names[2]).matches("[0-9a-f]{4}")) {
            return " " + (names[0].equals(StorageMove.END) ? "what is left" : names[0]);
        }
        return " " + names[0] + " (" + Integer.parseInt(names[1] + names[2], HEX) * 100 / KEYS + " %)";
    }
}
