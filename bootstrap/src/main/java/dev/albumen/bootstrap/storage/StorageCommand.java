package dev.albumen.bootstrap.storage;

import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.RunningDatabase;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.persistence.moving.MoveBeside;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has a running instance move its pictures to another storage. */
@Command(
        name = "storage",
        description = {
            "Has a running instance move every picture to another storage while it is used: each file is copied, read back, compared "
                    + "by its hash, kept in the old place for a while, and then removed there.",
            "Both places have to be named by the settings of every node: a bucket for s3; for disk ALBUMEN_STORAGE=disk or "
                    + "ALBUMEN_STORAGE_FALLBACK=disk. Several nodes on disk need a common folder as blobs in their homes.",
            "The settings of the instance tell where its database is: ALBUMEN_HOME, or ALBUMEN_DATABASE_URL and its user and password.",
            "Once all is moved, set ALBUMEN_STORAGE to the new place."
        },
        mixinStandardHelpOptions = true)
public final class StorageCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "migrate", mixinStandardHelpOptions = true, description = {
        "Starts a move, or has the one go on that was started, and watches it. May be ended and started again at any time: the "
                + "instance goes on.",
        "Ends with 0 where all is moved, and with 1 otherwise."
    })
    int migrate(
            @Option(names = "--to", required = true, paramLabel = "PLACE", description = "Where to: s3 or disk.") String to,
            @Option(names = "--rate", paramLabel = "MIB", description = "How many MiB a second are read in either place at most, and so copied.") @Nullable Integer rate,
            @Option(names = "--keep", paramLabel = "TIME", defaultValue = "1h",
                    description = "How long the old place keeps everything once all is copied (${DEFAULT-VALUE}); 720h at most.") String keep) {
        Optional<BlobPlace> place = BlobPlace.parse(to);
        Optional<Duration> kept = time(keep);
        if (place.isEmpty()) {
            return refused("--to: s3 or disk");
        }
        if (rate != null && (rate < 1 || rate > Manner.MOST_MIB)) {
            return refused("--rate: 1 to " + Manner.MOST_MIB);
        }
        if (kept.isEmpty()) {
            return refused("--keep: a time such as 30s, 10m or 1h, and " + Manner.LONGEST.toHours() + "h at most");
        }
        Settings settings = Settings.read(System.getenv(), Map.of());
        Optional<String> unknown = unknown(settings, place.get()).or(() -> unknown(settings, place.get().other()));
        if (unknown.isPresent()) {
            return refused(unknown.get());
        }
        return with(settings, move -> {
            if (!move.begin(place.get(), BlobPlace.parse(settings.get(KnownSettings.STORAGE)).orElseThrow(), rate, kept.get())) {
                return failed("A move to the other place is under way; storage reverse has everything come back.");
            }
            return watched(move);
        });
    }

    private static Optional<Duration> time(String text) {
        return Optional.of(text).filter(time -> time.matches("0s|[1-9][0-9]{0,6}[smh]"))
                .map(time -> Duration.parse("PT" + time.toUpperCase(Locale.ROOT)))
                .filter(time -> time.compareTo(Manner.LONGEST) <= 0);
    }

    private static Optional<String> unknown(Settings settings, BlobPlace place) {
        return switch (place) {
            case S3 -> settings.find(KnownSettings.S3_BUCKET).isPresent() ? Optional.empty()
                    : Optional.of(KnownSettings.S3_BUCKET.variable() + ": the settings name no bucket");
            case DISK -> settings.get(KnownSettings.STORAGE).equals("disk") || settings.get(KnownSettings.STORAGE_FALLBACK).equals("disk")
                    ? Optional.empty() : Optional.of(KnownSettings.STORAGE_FALLBACK.variable() + "=disk has to name the home");
        };
    }

    @Command(name = "status", mixinStandardHelpOptions = true, description = "Says how far the latest move has come.")
    int status() {
        return with(settings(), move -> {
            out().println(move.state().map(MoveWatch::text).orElse("The storage never was moved."));
            return 0;
        });
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Has the move stop for now; nothing is lost by that.")
    int pause() {
        return with(settings(), move -> {
            move.pause();
            return told(move);
        });
    }

    @Command(name = "resume", mixinStandardHelpOptions = true,
            description = "Has the move go on, and tries again what could not be copied.")
    int resume() {
        return with(settings(), move -> {
            move.resume();
            return told(move);
        });
    }

    @Command(name = "reverse", mixinStandardHelpOptions = true, description = "Has everything come back, from wherever it is.")
    int reverse() {
        return with(settings(), move -> {
            move.reverse();
            return told(move);
        });
    }

    private int told(MoveBeside move) throws SQLException {
        Optional<MoveBeside.State> state = move.state().filter(one -> !one.isOver());
        out().println(state.map(MoveWatch::text).orElse("No move is under way."));
        return state.isPresent() ? 0 : 1;
    }

    private int watched(MoveBeside move) throws SQLException, InterruptedException {
        boolean terminal = System.console() != null && System.console().isTerminal();
        MoveBeside.State state = new MoveWatch(move, out(), terminal).untilItEndsOrRests();
        if (!state.isOver()) {
            return failed("It rests; storage resume has it go on.");
        }
        out().println("Set " + KnownSettings.STORAGE.variable() + "=" + state.to().word() + " now.");
        return 0;
    }

    private interface Work {
        int on(MoveBeside move) throws SQLException, InterruptedException;
    }

    private int with(Settings settings, Work work) {
        DatabaseAccess database = RunningDatabase.of(settings);
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            return work.on(new MoveBeside(connection));
        } catch (SQLException e) {
            return failed("The database " + database + " did not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            out().flush();
        }
    }

    private static Settings settings() {
        return Settings.read(System.getenv(), Map.of());
    }

    private int refused(String why) {
        spec.commandLine().getErr().println(why);
        return 2;
    }

    private int failed(String why) {
        spec.commandLine().getErr().println(why);
        return 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
