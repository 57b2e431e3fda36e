package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.Account;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody else, who changes something all the time: what nodes keep of the database is good for no longer than that. */
final class Changes implements AutoCloseable {

    private static final int MILLIS = 20;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private Changes() {}

    static Changes every20Millis(URI node) {
        Account somebody = new Account(node, "bench-" + UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID().toString());
        String album = somebody.post("albums", Map.of("title", "Changed")).path("id").asText();
        Changes changes = new Changes();
        changes.clock.scheduleAtFixedRate(() -> somebody.patch("albums/" + album, Map.of("title", UUID.randomUUID().toString())),
                0, MILLIS, TimeUnit.MILLISECONDS);
        return changes;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
