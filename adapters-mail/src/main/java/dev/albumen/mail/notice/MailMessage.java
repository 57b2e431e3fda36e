package dev.albumen.mail.notice;

import dev.albumen.domain.notice.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A mail as it goes over the wire. */
final class MailMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MailMessage() {}

    /** @throws jakarta.mail.internet.AddressException where one of the addresses cannot be */
    static MimeMessage of(Mail mail, String from, Instant now, Session session) throws MessagingException {
        InternetAddress sender = new InternetAddress(from, true);
        MimeMessage message = new Identified(session, "<" + mail.id() + "@" + sender.getAddress().replaceFirst(".*@", "") + ">");
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), UTF_8);
        message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        message.setHeader("Auto-Submitted", "auto-generated"); // answers of machines would lead nowhere (RFC 3834)
        message.setSentDate(Date.from(now));
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    /** Keeps its id over tries, so that whoever gets it twice can tell. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
