package dev.albumen.bootstrap.imports;

import dev.albumen.application.transfer.ImportPlan;
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
            "An export of Albumen becomes the account it was made of. Of anything else:",
            "Each folder becomes an album of its name, or goes into the one that is there. Titles, descriptions and keywords come "
                    + "from XMP files beside the pictures, descriptions, favourites and, where the picture's own file does not say it, "
                    + "the time from those of Google Takeout. Its places are left out: an image's place is what its file says.",
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
            if (ArchiveImporting.isExport(files.entries())) {
                return wholeExport(errors);
            }
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
        Optional<String> password = password(errors);
        if (password.isEmpty()) {
            return 2;
        }
        try (Journal done = Journal.open(journal == null ? ownJournal() : journal)) {
            Importing importing = new Importing(
                    new ImportClient(service, user, password.get()), done, new Progress(out, PasswordFile.isTerminal()), errors);
            Importing.Result result = importing.run(plan, atOnce);
            out.println(result.made() + " imported, " + result.there() + " were there, " + result.skipped() + " done before, " + result.failed() + " failed");
            out.flush();
            return result.failed() > 0 ? 1 : 0;
        }
    }

    /** The service makes the account of it by itself. */
    private int wholeExport(PrintWriter errors) throws IOException, InterruptedException {
        if (Files.isDirectory(source)) {
            errors.println(source + " is an unpacked export; name the archive itself");
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("An export of " + Files.size(source) / 1_000_000 + " MB, of which the same account is made");
        if (dryRun) {
            return 0;
        }
        Optional<String> password = password(errors);
        return password.isEmpty() ? 2 : new ArchiveImporting(new ImportClient(service, user, password.get()),
                new Progress(out, PasswordFile.isTerminal()), out, errors).run(source);
    }

    private Optional<String> password(PrintWriter errors) throws IOException {
        Optional<String> password = PasswordFile.read(passwordFile);
        if (password.isEmpty()) {
            errors.println("There is no terminal to ask for the password; name a --password-file");
        }
        return password;
    }

    /** One for each source, account and instance. */
    private Path ownJournal() throws IOException {
        String which = service + "\n" + user + "\n" + source.toRealPath();
        return Path.of(System.getProperty("user.home"), ".albumen-imports", Sha256.of(which).hex().substring(0, 16));
    }
}
