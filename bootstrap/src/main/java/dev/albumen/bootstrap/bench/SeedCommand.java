package dev.albumen.bootstrap.bench;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills an account with rows. */
@Command(
        name = "seed",
        description = {
            "Gives an account of a running instance many images with three tags each, for measuring lists.",
            "They have no files: asking for their bytes is answered with 404. They count for the account's quota with 0 bytes.",
            "The settings of the instance tell where its database is: ALBUMEN_HOME, or ALBUMEN_DATABASE_URL and its user "
                    + "and password."
        },
        mixinStandardHelpOptions = true)
final class SeedCommand implements Callable<Integer> {

    private static final int MOST = 10_000_000;

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "The account's user name.")
    private String user = "";

    @Option(names = "--images", required = true, paramLabel = "N", description = "How many images to add.")
    private int images;

    @Spec
    private @Nullable CommandSpec spec;

    private SeedCommand() {}

    @Override
    public Integer call() {
        try {
            if (images < 1 || images > MOST) {
                throw new BenchFailed("--images: between 1 and " + MOST);
            }
            Seeding.seed(Seeding.databaseBySettings(), user, images);
            spec.commandLine().getOut().println(user + " has " + images + " more images");
            return 0;
        } catch (BenchFailed e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }
}
