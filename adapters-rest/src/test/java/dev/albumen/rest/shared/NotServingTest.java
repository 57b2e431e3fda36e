package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that is not there for clients. */
@MicronautTest
@Property(name = "albumen.roles", value = "worker,scheduler")
class NotServingTest {

    Http http;

    @BeforeEach
    void connect(EmbeddedServer server) {
        http = new Http(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/refusals/not-found", "/nowhere", "/", "/healthy", "/docs", "/prometheus/more"})
    void sendsClientsElsewhere(String path) {
        var answer = http.get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(http.json(answer)).containsEntry("code", "not-ready");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void saysHowItIs() {
        for (String path : new String[] {"/health/liveness", "/health/readiness", "/prometheus"}) {
            assertThat(http.get(path).body()).doesNotContain("not-ready");
        }
    }
}
