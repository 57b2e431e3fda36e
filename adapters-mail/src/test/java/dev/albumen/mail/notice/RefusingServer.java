package dev.albumen.mail.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that knows nobody. */
final class RefusingServer implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private volatile int code = 550;

    RefusingServer() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    void answerRecipientsWith(int reply) {
        code = reply;
    }

    int port() {
        return listening.getLocalPort();
    }

    private void serve() {
        while (true) {
            try (Socket one = listening.accept()) {
                talk(one);
            } catch (IOException over) {
                if (listening.isClosed()) {
                    return;
                }
            }
        }
    }

    private void talk(Socket one) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
        say(one, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say(one, line.startsWith("RCPT") ? code + " not here" : line.startsWith("QUIT") ? "221 bye" : "250 yes");
        }
    }

    private static void say(Socket one, String line) throws IOException {
        one.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        one.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
