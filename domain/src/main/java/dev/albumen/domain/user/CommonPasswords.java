package dev.albumen.domain.user;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords of at least {@link Password#MIN_LENGTH} characters that are guessed first, and monotonous ones. */
final class CommonPasswords {

    private static final int MIN_DISTINCT = 4;
    private static final Set<String> LISTED = read();

    private CommonPasswords() {}

    /** @param folded a password in lower case */
    static boolean contains(String folded) {
        return LISTED.contains(folded) || folded.chars().distinct().count() < MIN_DISTINCT;
    }

    private static Set<String> read() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
