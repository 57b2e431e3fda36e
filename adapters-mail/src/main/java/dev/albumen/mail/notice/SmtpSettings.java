package dev.albumen.mail.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes mails.
 *
 * @param host {@code null} where no mails are sent
 * @param user {@code null} where the server wants nobody's name
 * @param from the address that mails come from, with a name or without
 * @param timeout in which the server must have taken a mail
 */
public record SmtpSettings(
        @Nullable String host, int port, Tls tls, @Nullable String user, @Nullable String password, String from, Duration timeout) {

    /** How the connection is kept from others' eyes. */
    public enum Tls {
        /** Asked for after the beginning; a server that has none gets no mail. */
        STARTTLS,
        /** From the first byte. */
        TLS,
        /** Not at all: for a server on the same machine. */
        NONE
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
