package dev.albumen.mail.notice;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a server answers to a mail (RFC 5321, 4.2). */
final class ReplyCode {

    /** The server closes the connection. */
    private static final int CLOSING = 421;
    private static final int AUTHENTICATION_REQUIRED = 530;
    /** From here on it means it for good. */
    private static final int FOR_GOOD = 500;

    private ReplyCode() {}

    /** Where it is this mail that the server does not take; 0 where it would take no other either. */
    static int ofMail(MessagingException failure) {
        for (Exception cause = failure; cause != null; cause = cause instanceof MessagingException more ? more.getNextException() : null) {
            int code = code(cause);
            if (code == CLOSING || code == AUTHENTICATION_REQUIRED) {
                return 0;
            }
            if (code > 0) {
                return code;
            }
        }
        return 0;
    }

    static boolean isForGood(int code) {
        return code >= FOR_GOOD;
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException sent -> sent.getReturnCode();
            default -> 0;
        };
    }
}
