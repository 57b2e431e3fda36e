package dev.albumen.bootstrap.verify;

import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.RunningDatabase;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.persistence.integrity.CheckBeside;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has every stored byte compared with what the database says of it. */
@Command(
        name = "verify",
        description = {
            "Has a running instance compare all that it stores with what its database says: every original is read and its "
                    + "hash computed, renditions are looked for, and files that nothing needs are counted.",
            "May be ended and started again at any time: the instance goes on, and this command watches it.",
            "Names the images whose originals are missing, truncated or altered; only a backup brings those back.",
            "The settings of the instance tell where its database is: ALBUMEN_HOME, or ALBUMEN_DATABASE_URL and its user "
                    + "and password.",
            "Ends with 0 where everything is there, or was repaired, and with 1 otherwise."
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--repair", description = "Has renditions made anew that are missing, from their originals.")
    private boolean repair;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        DatabaseAccess database = RunningDatabase.of(Settings.read(System.getenv(), Map.of()));
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            CheckBeside check = new CheckBeside(connection);
            CheckBeside.State begun = check.begin(repair);
            if (begun.repairs() != repair) {
                errors.println("A check is under way that " + (repair ? "does not repair" : "repairs") + "; try again when it is over.");
                return 1;
            }
            boolean terminal = System.console() != null && System.console().isTerminal();
            CheckBeside.State state = new Watching(check, out, terminal).untilDone();
            return new Findings(check, out).print(state) ? 0 : 1;
        } catch (SQLException e) {
            errors.println("The database " + database + " did not answer: " + e.getMessage());
            return 1;
        }
    }
}
