package dev.albumen.bootstrap.relabel;

import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.RunningDatabase;
import dev.albumen.bootstrap.rerender.Progress;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.persistence.label.RunsBeside;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has every picture labelled that the present labeler has not labelled. */
@Command(
        name = "relabel",
        description = {
            "Has a running instance label all pictures that its labeler, as it is now, has not labelled.",
            "Says first what that costs, and begins at once only where it costs nothing.",
            "What people have accepted or rejected stays so. May be ended and started again at any time: the instance goes on, "
                    + "and this command watches it.",
            "The settings of the instance tell where its database is, and which labeler it has: ALBUMEN_HOME, or "
                    + "ALBUMEN_DATABASE_URL and its user and password, and ALBUMEN_LABELS.",
            "Ends with 0 when all are labelled, and with 1 where some could not be, or wait for the next day's budget."
        },
        mixinStandardHelpOptions = true)
public final class RelabelCommand implements Callable<Integer> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    @Option(names = "--again", description = "Labels those too that the same labeler has labelled before.")
    private boolean again;

    @Option(names = "--yes", description = "Begins whatever it costs, within the budget.")
    private boolean yes;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        Settings settings = Settings.read(System.getenv(), Map.of());
        DatabaseAccess database = RunningDatabase.of(settings);
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            RunsBeside runs = new RunsBeside(connection);
            PricedLabeler labeler = PricedLabeler.of(settings).present(runs);
            long images = runs.count(labeler.provider(), again);
            if (images > 0 && labeler.callsPerImage() > 0 && !yes) {
                out.println(labeler.estimate(images));
                errors.println("Nothing has begun; --yes begins.");
                return 2;
            }
            RunsBeside.State begun = runs.begin(labeler.provider(), again);
            if (begun.again() != again) {
                errors.println("A labelling is under way that was started " + (begun.again() ? "with" : "without") + " --again; try later.");
                return 1;
            }
            RunsBeside.State ended = watch(runs, begun, labeler, out);
            return told(ended, errors);
        } catch (SQLException e) {
            errors.println("The database " + database + " did not answer: " + e.getMessage());
            return 1;
        }
    }

    private static RunsBeside.State watch(RunsBeside runs, RunsBeside.State begun, PricedLabeler labeler, PrintWriter out)
            throws SQLException, InterruptedException {
        boolean terminal = System.console() != null && System.console().isTerminal();
        Progress progress = new Progress(out, terminal);
        progress.begin(begun.images(), begun.images() == 0 ? "Every picture is labelled." : labeler.estimate(begun.images()));
        RunsBeside.State state = begun;
        while (state.running()) {
            Thread.sleep(LOOK_EVERY);
            state = runs.state();
            progress.at(state.done());
        }
        progress.end(state.done());
        return state;
    }

    private static int told(RunsBeside.State ended, PrintWriter errors) {
        switch (ended.state()) {
            case "done" -> {
                if (ended.failed() > 0) {
                    errors.println(ended.failed() + " pictures cannot be labelled; the log of the instance says why");
                }
            }
            case "postponed" -> errors.println("The day's budget is spent; the instance goes on tomorrow (UTC).");
            default -> errors.println("It has ended before its time: " + ended.state() + "; the log of the instance says why");
        }
        return ended.state().equals("done") && ended.failed() == 0 ? 0 : 1;
    }
}
