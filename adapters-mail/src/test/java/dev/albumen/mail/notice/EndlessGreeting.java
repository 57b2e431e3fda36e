package dev.albumen.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server whose first line never ends: it always answers something, and never the whole. */
final class EndlessGreeting implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CountDownLatch hungUp = new CountDownLatch(1);

    EndlessGreeting() throws IOException {
        Thread.ofVirtual().start(this::greet);
    }

    private void greet() {
        try (Socket one = listening.accept()) {
            one.setSoLinger(true, 0);
            while (true) {
                one.getOutputStream().write('2');
                one.getOutputStream().flush();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException over) {
            hungUp.countDown();
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Until nobody listens any more. */
    void awaitHangUp() throws InterruptedException {
        assertThat(hungUp.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
