package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A client that begins a download, reads slowly, and goes away. */
final class Leaving {

    private static final int LITTLE = 16 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Leaving() {}

    /** That the service lets go of what it read for them. */
    static void assertFreesEverything(Client client, String path) throws IOException {
        URI service = client.service();
        await(() -> streams(client) == 0);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(LITTLE);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            StringBuilder request = new StringBuilder("GET /api/v1/" + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n");
            client.headers().forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            byte[] begun = socket.getInputStream().readNBytes(LITTLE);
            assertThat(new String(begun, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 200 ");
            await(() -> streams(client) == 1);
            socket.setSoLinger(true, 0);
        }
        await(() -> streams(client) == 0);
    }

    private static int streams(Client client) {
        return client.get("/prometheus").expect(200).text().lines()
                .filter(line -> line.startsWith("albumen_storage_streams")).findFirst()
                .map(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).orElseThrow();
    }

    private static void await(BooleanSupplier state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("after " + PATIENCE).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
