package dev.albumen.bootstrap.journey;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A mail server in this process, and all that comes to it. */
final class Mailbox implements AutoCloseable {

    static final String ORIGIN = "https://photos.example.org";
    /** Longer than a mail waits for its second try. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final GreenMail server;

    Mailbox() {
        ServerSetup setup = ServerSetup.SMTP.dynamicPort();
        setup.setServerStartupTimeout(PATIENCE.toMillis()); // it gives up after two seconds otherwise
        server = new GreenMail(setup);
        server.start();
    }

    /** What a service is told that is to send its mails here, at once. */
    Map<String, String> settings() {
        return Map.of("ALBUMEN_MAIL_HOST", "127.0.0.1", "ALBUMEN_MAIL_PORT", Integer.toString(server.getSmtp().getPort()),
                "ALBUMEN_MAIL_TLS", "none", "ALBUMEN_MAIL_FROM", "albumen@example.org", "ALBUMEN_MAIL_EVERY", "1s",
                "ALBUMEN_PUBLIC_URL", ORIGIN);
    }

    /** Waits for a mail to that address with that word in its text or subject, and gives its text. */
    String await(String address, String word) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> found = Arrays.stream(server.getReceivedMessages()).map(Mailbox::whole)
                    .filter(mail -> mail.startsWith(address + "\n") && mail.contains(word)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("After " + PATIENCE + " no mail of " + word + " came to " + address);
    }

    private static String whole(MimeMessage message) {
        try {
            return GreenMailUtil.getAddressList(message.getAllRecipients()) + "\n" + message.getSubject() + "\n"
                    + ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
