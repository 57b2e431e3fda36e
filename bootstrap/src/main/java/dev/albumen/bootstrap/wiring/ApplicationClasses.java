package dev.albumen.bootstrap.wiring;

import dev.albumen.application.shared.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The top-level classes of the module {@code application}, found where it was loaded from: its jar or its folder. */
final class ApplicationClasses {

    private static final String ROOT = "dev/albumen/application/";
    private static final String ENDING = ".class";

    private ApplicationClasses() {}

    static List<Class<?>> all() {
        try {
            return files(Path.of(Transactions.class.getProtectionDomain().getCodeSource().getLocation().toURI())).stream()
                    .filter(name -> name.startsWith(ROOT) && name.endsWith(ENDING))
                    .filter(name -> !name.contains("$") && !name.endsWith("package-info.class"))
                    .<Class<?>>map(ApplicationClasses::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> files(Path from) throws IOException {
        if (Files.isDirectory(from)) {
            try (Stream<Path> files = Files.walk(from)) {
                return files.map(file -> from.relativize(file).toString().replace('\\', '/')).toList();
            }
        }
        try (JarFile jar = new JarFile(from.toFile())) {
            return jar.stream().map(Object::toString).toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ENDING.length()).replace('/', '.');
        try {
            return Class.forName(name, false, ApplicationClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
