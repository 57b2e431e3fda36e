package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.Account;
import dev.albumen.bootstrap.bench.BenchFailed;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody else, who changes something all the time: what nodes keep of the database is good for no longer than that. */
final class Changes implements AutoCloseable {

    private static final int MILLIS = 20;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final AtomicLong made = new AtomicLong();
    private final ScheduledFuture<?> making;

    private Changes(Runnable change) {
        making = clock.scheduleAtFixedRate(() -> {
            change.run();
            made.incrementAndGet();
        }, 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    static Changes every20Millis(URI node) {
        Account somebody = new Account(node, "bench-" + UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID().toString());
        String album = somebody.post("albums", Map.of("title", "Changed")).path("id").asText();
        return new Changes(() -> somebody.patch("albums/" + album, Map.of("title", UUID.randomUUID().toString())));
    }

    /** How many until now: fewer than wanted where nodes have much else to do. */
    long made() {
        if (making.isDone()) {
            throw new BenchFailed("A change was not made, and with that the changes ended: " + making.exceptionNow().getMessage());
        }
        return made.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
