package dev.albumen.rest.shared;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes places in lists so that clients can carry them but neither read, alter nor use them for another list. */
@Singleton
final class Cursors {

    private static final String PURPOSE = "cursor";
    private static final int MAX_LENGTH = 2_000;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Secrets secrets;

    Cursors(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @param list names the list: its address, filters, order and reader */
    String write(Keyset place, String list) {
        String values = place.values().stream()
            .map(value -> BASE64.encodeToString(value.getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.joining("~"));
        return values + "." + secrets.sign(PURPOSE, values + "\n" + list);
    }

    /** Empty for what was not written for this list. */
    Optional<Keyset> read(String cursor, String list) {
        int dot = cursor.lastIndexOf('.');
        if (dot < 0 || cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String values = cursor.substring(0, dot);
        if (!secrets.isSigned(PURPOSE, values + "\n" + list, cursor.substring(dot + 1))) {
            return Optional.empty();
        }
        return Optional.of(new Keyset(decoded(values)));
    }

    private static List<String> decoded(String values) {
        return Stream.of(values.split("~", -1))
            .map(value -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
            .toList();
    }
}
