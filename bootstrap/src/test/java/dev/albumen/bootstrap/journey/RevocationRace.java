package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A link that is turned off while it is read on two nodes, and on again, many times. */
record RevocationRace(Client owner, String share, List<Client> nodes, String path) {

    private static final int ROUNDS = 500;

    static RevocationRace of(Client owner, JsonNode share, Client one, Client another) {
        return new RevocationRace(owner, "shares/" + share.path("id").asText(), List.of(one, another),
                "public/shares/" + share.path("token").asText());
    }

    /** Whoever begins to read after the answer to the revocation gets nothing, wherever, and by whatever address they were given before. */
    void run() throws Exception {
        AtomicInteger inTime = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                Client one = nodes.get(round % 2);
                Client another = nodes.get(1 - round % 2);
                String picture = one.get(path + "/images").expect(200).json().at("/items/0/urls/preview").asText();
                List<Future<Answer>> meanwhile = List.of(threads.submit(() -> one.get(path)), threads.submit(() -> another.get(picture)));

                owner.patch(share, Map.of("active", false)).expect(200);

                assertThat(another.get(path).status()).as("round " + round).isEqualTo(404);
                assertThat(one.get(picture).status()).as("round " + round).isEqualTo(404);
                for (Future<Answer> reading : meanwhile) {
                    int status = reading.get().status();
                    assertThat(status).as("round " + round).isIn(200, 404);
                    inTime.addAndGet(status == 200 ? 1 : 0);
                }
                owner.patch(share, Map.of("active", true)).expect(200);
            }
        }
        assertThat(inTime).as("some were in time, so that there was something to lose").hasPositiveValue();
    }
}
