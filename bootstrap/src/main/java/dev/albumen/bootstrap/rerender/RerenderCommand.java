package dev.albumen.bootstrap.rerender;

import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.RunningDatabase;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.persistence.job.OutdatedImages;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has every image rendered anew that is shown with renditions of old recipes. */
@Command(
        name = "rerender",
        description = {
            "Has a running instance make the renditions of all images anew whose recipes have changed since.",
            "Images are shown with their old renditions meanwhile, and are made anew one by one without this command too: "
                    + "each when it is next looked at.",
            "May be ended and started again at any time: it goes on with the images that are left.",
            "The settings of the instance tell where its database is: ALBUMEN_HOME, or ALBUMEN_DATABASE_URL and its user "
                    + "and password.",
            "Ends with 0 when nothing is left, and with 1 where some images could not be rendered anew; the log of the "
                    + "instance says why."
        },
        mixinStandardHelpOptions = true)
public final class RerenderCommand implements Callable<Integer> {

    private static final int MOST_AT_ONCE = 1000;

    @Option(names = "--at-once", paramLabel = "N", defaultValue = "8",
            description = "How many images wait or are worked on at most, so that uploads are done in between (${DEFAULT-VALUE}).")
    private int atOnce;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            errors.println("--at-once: between 1 and " + MOST_AT_ONCE);
            return 2;
        }
        DatabaseAccess database = RunningDatabase.of(Settings.read(System.getenv(), Map.of()));
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            OutdatedImages images = new OutdatedImages(connection, current());
            boolean terminal = System.console() != null && System.console().isTerminal();
            long left = new Rerendering(images, atOnce, new Progress(out, terminal)).run();
            if (left > 0) {
                errors.println(left + " images could not be rendered anew; the log of the instance says why");
            }
            return left > 0 ? 1 : 0;
        } catch (SQLException e) {
            errors.println("The database " + database + " did not answer: " + e.getMessage());
            return 1;
        }
    }

    private static Set<String> current() {
        return Recipe.madeAtOnce(EnumSet.allOf(RenditionFormat.class)).stream().map(Recipe::fileName).collect(Collectors.toSet());
    }
}
