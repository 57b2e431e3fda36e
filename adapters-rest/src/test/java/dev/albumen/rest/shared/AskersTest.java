package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.rendition.Asker;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(rebuildContext = true)
class AskersTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areGoneWithTheirConnection(boolean reset, EmbeddedServer server, WaitingProbe probe) throws Exception {
        try (Socket socket = asking(server)) {
            assertThat(probe.begun.await(60, TimeUnit.SECONDS)).isTrue();
            if (reset) {
                socket.setSoLinger(true, 0);
            }
        }
        assertThat(probe.ended.await(60, TimeUnit.SECONDS)).as("noticed that nobody waits").isTrue();
    }

    @Test
    void areThereWhileTheirConnectionIs(EmbeddedServer server, WaitingProbe probe) throws Exception {
        try (Socket socket = asking(server)) {
            assertThat(probe.begun.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(probe.ended.await(100, TimeUnit.MILLISECONDS)).isFalse();
            probe.enough = true;
            assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void areThoughtToWaitWhereNothingCanBeKnown() {
        Asker asker = Askers.of(HttpRequest.GET("/"));
        assertThat(asker.waits()).isTrue();
    }

    private static Socket asking(EmbeddedServer server) throws IOException {
        Socket socket = new Socket("localhost", server.getPort());
        socket.getOutputStream().write("GET /probe/waiting HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
