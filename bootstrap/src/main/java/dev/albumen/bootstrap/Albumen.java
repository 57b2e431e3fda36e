package dev.albumen.bootstrap;

import dev.albumen.bootstrap.settings.StartRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The process's entry point. Without a command it runs the service. */
@Command(
        name = "albumen",
        description = "A self-hosted service for photo albums.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = RunCommand.class)
public final class Albumen implements Runnable {

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
            throw exception;
        });
    }

    @Override
    public void run() {
        new RunCommand().run();
    }
}
