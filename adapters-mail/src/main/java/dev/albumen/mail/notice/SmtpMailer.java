package dev.albumen.mail.notice;

import dev.albumen.application.notice.Mailer;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.notice.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands mails to an SMTP server, one connection each: they are few. */
public final class SmtpMailer implements Mailer {

    private final SmtpSettings settings;
    private final Session session;
    private final InstantSource clock;

    public SmtpMailer(SmtpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.session = SmtpSession.of(settings);
        this.clock = clock;
    }

    @Override
    public boolean on() {
        return settings.host() != null;
    }

    @Override
    public void send(Mail mail) throws RefusedMailException {
        if (!on()) {
            throw new DependencyException("This node sends no mails.");
        }
        try {
            hand(mail);
        } catch (AddressException e) {
            throw new RefusedMailException("There is no such address.", true, e);
        } catch (MessagingException e) {
            int code = ReplyCode.ofMail(e);
            if (code > 0) {
                throw new RefusedMailException("The mail server does not take it (" + code + ").", ReplyCode.isForGood(code), e);
            }
            throw new DependencyException("The mail server takes no mails now (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    /**
     * On a virtual thread of its own, whose interrupt closes the connection: the session's own time limits begin anew with
     * every byte that the server sends.
     */
    private void hand(Mail mail) throws MessagingException {
        FutureTask<Void> handing = new FutureTask<>(() -> {
            Transport.send(MailMessage.of(mail, settings.from(), clock.instant(), session));
            return null;
        });
        Thread.ofVirtual().name("mail").start(handing);
        try {
            handing.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DependencyException("The mail server does not answer in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyException("This node is stopping.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MessagingException failure) {
                throw failure;
            }
            throw new IllegalStateException("a mail cannot be made", e.getCause());
        } finally {
            handing.cancel(true);
        }
    }
}
