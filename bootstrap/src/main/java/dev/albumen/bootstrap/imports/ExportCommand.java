package dev.albumen.bootstrap.imports;

import dev.albumen.bootstrap.rerender.Progress;
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

/** Downloads all that an account of a running instance holds. */
@Command(
        name = "export",
        description = {
            "Downloads all that an account of a running instance holds, as a ZIP archive: originals, albums, tags, descriptions, and "
                    + "share links without their secrets.",
            "May be ended and started again at any time: it goes on where it was, or begins anew where the account has changed.",
            "./albumen import makes the same account of it, there or elsewhere.",
            "The password is asked for, or read from a file.",
            "Ends with 0 when all is there, and with 1 where it is not."
        },
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|FOLDER", description = "Where to put it; into a folder as albumen-NAME.zip.")
    private Path target = Path.of("");

    @Option(names = "--from", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080", description = "The instance (${DEFAULT-VALUE}).")
    private URI service = URI.create("");

    @Option(names = "--user", paramLabel = "NAME", required = true, description = "The account's user name or e-mail address.")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the password.")
    private @Nullable Path passwordFile;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        Path file = Files.isDirectory(target) ? target.resolve("albumen-" + user.replaceAll("[^\\w.-]", "_") + ".zip") : target;
        if (Files.exists(file)) {
            errors.println(file + " is there already");
            return 2;
        }
        try {
            Optional<String> password = PasswordFile.read(passwordFile);
            if (password.isEmpty()) {
                errors.println("There is no terminal to ask for the password; name a --password-file");
                return 2;
            }
            new Download(new ImportClient(service, user, password.get()), new Progress(out, PasswordFile.isTerminal())).to(file);
            out.println(file + ": " + Files.size(file) + " bytes");
            out.flush();
            return 0;
        } catch (IOException | ImportFailed e) {
            errors.println(e instanceof ImportFailed ? e.getMessage() : e.toString());
            return 1;
        }
    }
}
