package dev.albumen.application.notice;

import dev.albumen.domain.notice.Mail;

/** Sends mails. */
public interface Mailer {

    /** Whether this instance sends mails at all. */
    boolean on();

    /**
     * Hands a mail to the server, which has taken it on return. Comes back within a minute whatever the server does.
     *
     * @throws RefusedMailException where the server does not take this mail, while it may take others
     * @throws dev.albumen.application.shared.DependencyException where it takes none now, or this instance sends none
     */
    void send(Mail mail) throws RefusedMailException;

    /** A mail that the server does not take. Its message is for people, and names no address. */
    final class RefusedMailException extends Exception {

        private final boolean forGood;

        /** @param forGood where no further try would send it, as to an address that cannot be */
        public RefusedMailException(String message, boolean forGood, Throwable cause) {
            super(message, cause);
            this.forGood = forGood;
        }

        public boolean forGood() {
            return forGood;
        }
    }
}
