package dev.albumen.bootstrap.imports;

import dev.albumen.bootstrap.rerender.Progress;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a folder or a ZIP archive into an account of a running instance. */
@Command(
        name = "import",
        description = {
            "Uploads the pictures and films of a folder or a ZIP archive to a running instance.",
            "Each folder becomes an album of its name, or goes into the one that is there. Titles, descriptions and keywords come "
                    + "from XMP files beside the pictures, descriptions and favourites from those of Google Takeout.",
            "May be ended and started again at any time: it goes on with what is left. What the account has already is not made again.",
            "The password is asked for, or read from a file.",
            "Ends with 0 when everything is imported, and with 1 where something could not be."
        },
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    private static final int MOST_AT_ONCE = 16;

    @Parameters(paramLabel = "FOLDER|ZIP", description = "What to import.")
    private Path source = Path.of("");

    @Option(names = "--to", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080", description = "The instance (${DEFAULT-VALUE}).")
    private URI service = URI.create("");

    @Option(names = "--user", paramLabel = "NAME", description = "The account's user name or e-mail address.")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(names = "--dry-run", description = "Says what would be imported, and asks no instance.")
    private boolean dryRun;

    @Option(names = "--at-once", paramLabel = "N", defaultValue = "4", description = "How many are uploaded at once (${DEFAULT-VALUE}).")
    private int atOnce;

    @Option(names = "--journal", paramLabel = "FILE", description = "Where it is noted what is done (a file in ~/.albumen-imports).")
    private @Nullable Path journal;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter errors = spec.commandLine().getErr();
        if (atOnce < 1 || atOnce > MOST_AT_ONCE || !dryRun && user.isBlank() || !Files.exists(source)) {
            errors.println(!Files.exists(source) ? "There is no " + source
                    : user.isBlank() && !dryRun ? "--user: whose pictures are they?" : "--at-once: between 1 and " + MOST_AT_ONCE);
            return 2;
        }
        try (ImportSource files = ImportSource.of(source)) {
            ImportPlan plan = ImportPlan.of(files.entries());
            tell(plan);
            return dryRun ? 0 : run(plan, errors);
        } catch (IOException e) {
            errors.println(source + " cannot be read: " + e);
            return 1;
        }
    }

    private void tell(ImportPlan plan) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(plan.pictures().size() + " pictures and films, " + plan.byteSize() / 1_000_000 + " MB");
        plan.albums().forEach((album, count) -> out.println("  " + album + ": " + count));
        plan.ignored().forEach(path -> out.println("  left out: " + path));
        out.flush();
    }

    private int run(ImportPlan plan, PrintWriter errors) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<String> password = password();
        if (password.isEmpty()) {
            errors.println("There is no terminal to ask for the password; name a --password-file");
            return 2;
        }
        boolean terminal = System.console() != null && System.console().isTerminal();
        try (Journal done = Journal.open(journal == null ? ownJournal() : journal)) {
            Importing importing = new Importing(
                    new ImportClient(service, user, password.get()), done, new Progress(out, terminal), errors);
            Importing.Result result = importing.run(plan, atOnce);
            out.println(result.made() + " imported, " + result.there() + " were there, " + result.skipped() + " done before, " + result.failed() + " failed");
            out.flush();
            return result.failed() > 0 ? 1 : 0;
        }
    }

    private Optional<String> password() throws IOException {
        if (passwordFile != null) {
            return Files.readAllLines(passwordFile).stream().findFirst();
        }
        return System.console() != null && System.console().isTerminal()
                ? Optional.ofNullable(System.console().readPassword("Password: ")).map(String::new) : Optional.empty();
    }

    /** One for each source, account and instance. */
    private Path ownJournal() throws IOException {
        String which = service + "\n" + user + "\n" + source.toRealPath();
        return Path.of(System.getProperty("user.home"), ".albumen-imports", Sha256.of(which).hex().substring(0, 16));
    }
}
