package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What clients see of a service that has more to do than it can. */
@MicronautTest
@Property(name = "albumen.load.reads", value = "2")
@Property(name = "albumen.load.uploads", value = "1")
@Property(name = "albumen.load.waiting", value = "1")
@Property(name = "albumen.load.longest-wait", value = "5m")
@Property(name = "load-test", value = "true")
class LoadTest {

    private static final int PLACES_AND_SEATS = 4;

    @Controller("/slow")
    @Hidden
    @Requires(property = "load-test")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured(SecurityRule.IS_ANONYMOUS)
    static class Slow {

        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger uploads = new AtomicInteger();

        @Get
        String read() throws InterruptedException {
            open.await();
            return "read";
        }

        @Post(consumes = "application/octet-stream")
        String upload() throws InterruptedException {
            uploads.incrementAndGet();
            open.await();
            return "uploaded";
        }
    }

    @Test
    void answersSomeAndTellsTheOthersWhenToComeAgain(EmbeddedServer server, Slow slow, Gates gates) throws Exception {
        Http http = new Http(server);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> read = new ArrayList<>();
            try {
                for (int i = 0; i < PLACES_AND_SEATS; i++) {
                    read.add(threads.submit(() -> http.get("/slow")));
                }
                await(() -> gates.inside(Load.READ) == 2 && gates.waiting(Load.READ) == 2);
                HttpResponse<String> turnedAway = http.get("/slow?next");
                assertTurnedAway(http, turnedAway);
                assertThat(turnedAway.headers().firstValue("Retry-After")).contains("1");
                assertThat(http.json(turnedAway)).containsEntry("instance", "/slow");
                assertThat(http.send("PATCH", "/probe/one", "{}", "Content-Type", "application/json").statusCode())
                        .as("changes have places of their own").isNotEqualTo(503);

                List<Future<HttpResponse<String>>> uploads = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    uploads.add(threads.submit(() -> upload(http)));
                }
                await(() -> gates.inside(Load.UPLOAD) == 1 && gates.waiting(Load.UPLOAD) == 1);
                HttpResponse<String> upload = upload(http);
                assertTurnedAway(http, upload);
                assertThat(upload.headers().firstValue("Retry-After")).contains("5");
                await(() -> slow.uploads.get() == 1);
                read.addAll(uploads);
            } finally {
                slow.open.countDown();
            }
            for (Future<HttpResponse<String>> one : read) {
                assertThat(one.get().statusCode()).isEqualTo(200);
            }
        }
        await(() -> gates.inside(Load.READ) == 0 && gates.inside(Load.UPLOAD) == 0);
        assertThat(gates.turnedAway(Load.READ)).isOne();
        assertThat(gates.turnedAway(Load.UPLOAD)).isOne();
    }

    private static HttpResponse<String> upload(Http http) {
        return http.send("POST", "/slow", BodyPublishers.ofByteArray(new byte[3_000_000]), "Content-Type", "application/octet-stream");
    }

    private static void assertTurnedAway(Http http, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(http.json(answer)).containsEntry("code", "overloaded").containsEntry("status", 503);
    }

    private static void await(BooleanSupplier state) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the state is reached in time").isLessThan(end);
            Thread.sleep(5);
        }
    }
}
