package dev.albumen.bootstrap;

import dev.albumen.bootstrap.bench.BenchCommand;
import dev.albumen.bootstrap.bench.TrainCommand;
import dev.albumen.bootstrap.imports.ExportCommand;
import dev.albumen.bootstrap.imports.ImportCommand;
import dev.albumen.bootstrap.relabel.RelabelCommand;
import dev.albumen.bootstrap.rerender.RerenderCommand;
import dev.albumen.bootstrap.settings.StartRefused;
import dev.albumen.bootstrap.storage.S3Command;
import dev.albumen.bootstrap.storage.StorageCommand;
import dev.albumen.bootstrap.verify.VerifyCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The process's entry point. Without a command it runs the service. */
@Command(
        name = "albumen",
        description = "A self-hosted service for photo albums.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class, BenchCommand.class, TrainCommand.class, RerenderCommand.class, ImportCommand.class,
            ExportCommand.class, VerifyCommand.class,
            RelabelCommand.class, StorageCommand.class, S3Command.class})
public final class Albumen implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Albumen.class);

    private Albumen() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Albumen()).setExecutionExceptionHandler((exception, line, parsed) -> {
            if (exception instanceof StartRefused refused) {
                line.getErr().println(refused.getMessage());
                return 1;
            }
            LOG.error("Albumen did not start", exception);
            return 1;
        });
    }

    @Override
    public void run() {
        new RunCommand().run();
    }
}
