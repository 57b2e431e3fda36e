package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.process.Client;
import java.io.UncheckedIOException;
import java.net.URI;

/** What a service says of itself. */
final class Readiness {

    private Readiness() {}

    static boolean isReady(URI service) {
        try {
            return Client.of(service).get("/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
