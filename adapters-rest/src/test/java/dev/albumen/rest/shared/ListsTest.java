package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class ListsTest {

    Http http;

    @BeforeEach
    void connect(EmbeddedServer server) {
        http = new Http(server);
    }

    @Test
    void leadsThroughTheWholeListOnce() {
        List<Object> seen = new ArrayList<>();
        String path = "/probe/numbers";
        int pages = 0;
        while (path != null) {
            var answer = http.get(path);
            var body = http.json(answer);
            seen.addAll((List<?>) body.get("items"));
            assertThat(body).containsKey("nextCursor");
            path = answer.headers().firstValue("Link").map(link -> link.substring(1, link.indexOf('>'))).orElse(null);
            assertThat(path == null).isEqualTo(body.get("nextCursor") == null);
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 120).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "1.5", "99999999999", ""})
    void refusesLimitsOutOfBounds(String limit) {
        assertThat(http.get("/probe/numbers?limit=" + limit).statusCode()).isEqualTo(limit.isEmpty() ? 200 : 400);
    }

    @Test
    void refusesCursorsOfOtherListsAndAlteredOnes() {
        String cursor = (String) http.json(http.get("/probe/numbers?filter=a&limit=5")).get("nextCursor");
        assertThat(http.get("/probe/numbers?limit=7&filter=a&cursor=" + cursor).statusCode()).isEqualTo(200);
        assertThat(http.get("/probe/numbers?filter=b&cursor=" + cursor).statusCode()).isEqualTo(400);
        char last = cursor.charAt(0);
        String altered = (last == 'A' ? 'B' : 'A') + cursor.substring(1);
        for (String bad : List.of(altered, "x", "..", "%2e", cursor + "x", "a".repeat(3000))) {
            var answer = http.get("/probe/numbers?filter=a&cursor=" + bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(http.json(answer)).containsEntry("code", "bad-cursor");
        }
    }
}
