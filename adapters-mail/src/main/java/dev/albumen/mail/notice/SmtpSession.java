package dev.albumen.mail.notice;

import dev.albumen.mail.notice.SmtpSettings.Tls;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The mail library's settings. */
final class SmtpSession {

    private SmtpSession() {}

    static Session of(SmtpSettings settings) {
        String timeout = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host() == null ? "" : settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        // No write timeout: it would cost a thread for each connection, and the whole hand-over has a limit anyway.
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == Tls.TLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return Session.getInstance(properties, authenticator(settings));
    }

    private static @Nullable Authenticator authenticator(SmtpSettings settings) {
        if (settings.user() == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password() == null ? "" : settings.password());
            }
        };
    }
}
