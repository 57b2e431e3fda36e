package dev.albumen.bootstrap;

import dev.albumen.bootstrap.settings.Settings;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Runs the service until it is told to stop. */
@Command(name = "run", description = "Runs the service until Ctrl-C.", mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {

    @Override
    public void run() {
        Settings settings = Settings.read(System.getenv(), properties());
        Service service = new Service(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
        service.start();
        service.awaitStop();
    }

    private static java.util.Map<String, String> properties() {
        Properties properties = System.getProperties();
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
