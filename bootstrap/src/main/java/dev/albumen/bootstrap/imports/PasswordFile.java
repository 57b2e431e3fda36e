package dev.albumen.bootstrap.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a command gets an account's password from. */
final class PasswordFile {

    private PasswordFile() {}

    /** The file's first line; without a file, what is typed. Empty where nobody can be asked. */
    static Optional<String> read(@Nullable Path file) throws IOException {
        if (file != null) {
            return Files.readAllLines(file).stream().findFirst();
        }
        return isTerminal() ? Optional.ofNullable(System.console().readPassword("Password: ")).map(String::new) : Optional.empty();
    }

    static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
