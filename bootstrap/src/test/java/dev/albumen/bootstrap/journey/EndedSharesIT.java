package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When addresses that a link handed out stop showing what they showed, on two nodes. */
@TestInstance(Lifecycle.PER_CLASS)
class EndedSharesIT {

    private static final Logger LOG = LoggerFactory.getLogger(EndedSharesIT.class);
    private static final int ROUNDS = 25;

    private InProcess service;
    private InProcess.Node second;
    private Client ada;
    private String image;
    private final List<Long> waits = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path another) throws IOException {
        service = InProcess.start(folder);
        second = service.anotherNode(another);
        ada = Client.of(service.address()).register("ada");
        image = ada.upload("sea.jpg", Pictures.jpeg(60, 40, 1)).expect(201).at("id");
        ada.settled(image);
    }

    @AfterAll
    void stop() {
        second.close();
        service.close();
    }

    /** What a reader saw: when the last request began that was answered, and when the first refusal was there. */
    private record Seen(long lastAnswered, long firstRefused) {}

    private interface Ending {
        void of(String shareId);
    }

    @Test
    void showNothingToWhoeverAsksOnceTheLinkIsOver() {
        for (int round = 0; round < ROUNDS; round++) {
            end(id -> ada.patch("shares/" + id, Map.of("active", false)).expect(200));
            end(id -> ada.delete("shares/" + id).expect(204));
            end(id -> ada.patch("shares/" + id, Map.of("password", "another one")).expect(200));
            end(id -> ada.patch("shares/" + id, Map.of("startsAt", "2999-01-01T00:00:00Z")).expect(200));
            end(id -> ada.patch("shares/" + id, Map.of("maxViews", 1)).expect(200));
        }
        waits.sort(null);
        LOG.info("from the answer that a link is over to the first refusal on two nodes: median {} ms, most {} ms",
                waits.get(waits.size() / 2) / 1e6, waits.getLast() / 1e6);
    }

    @Test
    void showNothingFromTheMomentThatTheLinkExpires() {
        end(id -> {
            Instant over = Instant.now().plusMillis(300);
            ada.patch("shares/" + id, Map.of("expiresAt", over.toString())).expect(200);
            while (Instant.now().isBefore(over)) {
                Thread.onSpinWait();
            }
        });
    }

    private void end(Ending ending) {
        var share = ada.post("shares", Map.of("resourceType", "image", "resourceId", image)).expect(201).json();
        Client anyone = Client.of(service.address());
        String address = anyone.get("public/shares/" + share.path("token").asText() + "/images").expect(200).at("items/0/urls/preview");
        CountDownLatch reading = new CountDownLatch(2);
        List<CompletableFuture<Seen>> readers = List.of(
                read(anyone, address, reading), read(Client.of(second.address()), address, reading));
        await(reading);

        ending.of(share.path("id").asText());

        long over = System.nanoTime();
        for (CompletableFuture<Seen> reader : readers) {
            Seen seen = reader.join();
            assertThat(seen.lastAnswered()).as("when the last request began that was answered").isLessThan(over);
            waits.add(Math.max(0, seen.firstRefused() - over));
        }
    }

    private static CompletableFuture<Seen> read(Client node, String address, CountDownLatch reading) {
        return CompletableFuture.supplyAsync(() -> {
            long last = Long.MIN_VALUE;
            while (true) {
                long begun = System.nanoTime();
                if (node.get(address).status() != 200) {
                    return new Seen(last, System.nanoTime());
                }
                last = begun;
                reading.countDown();
            }
        }, task -> Thread.ofVirtual().start(task)).orTimeout(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch reading) {
        try {
            assertThat(reading.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
