package dev.albumen.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultProxyTest {

    private static final int SOME = 4;

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final AtomicReference<Trouble> trouble = new AtomicReference<>(Trouble.NONE);
    private ServerSocket server;
    private FaultProxy proxy;
    private volatile Optional<InetSocketAddress> target;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        target = Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
        proxy = new FaultProxy(() -> target, trouble::get);
        Thread.ofVirtual().start(this::echo);
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    private void echo() {
        while (!server.isClosed()) {
            try (Socket client = server.accept(); InputStream in = client.getInputStream()) {
                for (byte[] some = in.readNBytes(SOME); some.length == SOME; some = in.readNBytes(SOME)) {
                    arrived.add(new String(some, StandardCharsets.US_ASCII));
                    client.getOutputStream().write(some);
                }
            } catch (IOException e) {
                // cut
            }
        }
    }

    @Test
    void passesRequestsAndAnswersOn() throws IOException {
        try (Socket client = connected()) {
            assertThat(said(client, "one.")).isEqualTo("one.");
            assertThat(said(client, "two.")).isEqualTo("two.");
        }
    }

    @Test
    void cutsARequestBeforeItArrives() throws IOException {
        try (Socket client = connected()) {
            assertThat(said(client, "one.")).isEqualTo("one.");
            trouble.set(Trouble.CUT_BEFORE);
            assertThat(said(client, "two.")).isEmpty();
        }
        assertThat(arrived).containsExactly("one.");
    }

    @Test
    void cutsARequestAfterItHasArrived() throws IOException {
        trouble.set(Trouble.CUT_AFTER);
        try (Socket client = connected()) {
            assertThat(said(client, "one.")).isEmpty();
        }
        assertThat(arrived).containsExactly("one.");
    }

    @Test
    void refusesARequestInsteadOfPassingItOn() throws IOException {
        trouble.set(Trouble.REFUSE);
        try (Socket client = connected()) {
            client.getOutputStream().write("one.".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 503 ");
        }
        assertThat(arrived).isEmpty();
    }

    @Test
    void altersOneByteOfAnAnswersBody() throws IOException {
        trouble.set(Trouble.ALTER);
        try (Socket client = connected()) {
            assertThat(said(client, "one.")).isEqualTo("nne.");
            trouble.set(Trouble.NONE);
            assertThat(said(client, "two.")).isEqualTo("two.");
        }
        assertThat(arrived).containsExactly("one.", "two.");
    }

    @Test
    void cutsAllThereIsAndWhoeverComesWhileNobodyIsThere() throws IOException {
        try (Socket client = connected()) {
            assertThat(said(client, "one.")).isEqualTo("one.");
            assertThat(proxy.cutAll()).isEqualTo(1);
            assertThat(said(client, "two.")).isEmpty();
        }
        target = Optional.empty();
        try (Socket client = connected()) {
            assertThat(said(client, "six.")).isEmpty();
        }
        assertThat(arrived).containsExactly("one.");
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    /** The answer; empty where the connection is cut. */
    private static String said(Socket client, String request) {
        try {
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readNBytes(SOME), StandardCharsets.US_ASCII);
        } catch (IOException cut) {
            return "";
        }
    }
}
