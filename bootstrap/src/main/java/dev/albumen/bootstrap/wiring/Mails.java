package dev.albumen.bootstrap.wiring;

import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.notice.AnnounceExpiringLinks;
import dev.albumen.application.notice.ForgetNotices;
import dev.albumen.application.notice.Mailer;
import dev.albumen.application.notice.NoticeSettings;
import dev.albumen.application.notice.SendNotices;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.mail.notice.SmtpMailer;
import dev.albumen.mail.notice.SmtpSettings;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Mails. A node that knows no server for them does not take what another one would send. */
@Factory
final class Mails {

    @Singleton
    Mailer mailer(
            @Nullable @Property(name = "albumen.mail.host") String host, @Property(name = "albumen.mail.port") int port,
            @Property(name = "albumen.mail.tls") String tls, @Nullable @Property(name = "albumen.mail.user") String user,
            @Nullable @Property(name = "albumen.mail.password") String password,
            @Nullable @Property(name = "albumen.mail.from") String from,
            @Property(name = "albumen.mail.timeout-seconds") int timeoutSeconds, InstantSource clock) {
        return new SmtpMailer(new SmtpSettings(host, port, SmtpSettings.Tls.valueOf(tls.toUpperCase(Locale.ROOT)),
                user, password, from == null ? "" : from, Duration.ofSeconds(timeoutSeconds)), clock);
    }

    @Singleton
    NoticeSettings noticeSettings(@Nullable @Property(name = "albumen.public-url") String origin) {
        return new NoticeSettings(origin == null ? null : origin.replaceFirst("/$", ""));
    }

    @Singleton
    @Named("send-mails")
    @Requires(property = "albumen.mail.host")
    RecurringJob sendMails(BeanProvider<SendNotices> send, @Property(name = "albumen.mail.every") Duration every) {
        return new RecurringJob("send-mails", every, () -> send.get().handle(Viewer.WORKER));
    }

    @Singleton
    @Named("announce-expiring-links")
    @Requires(property = "albumen.mail.host")
    RecurringJob announceExpiringLinks(BeanProvider<AnnounceExpiringLinks> announce) {
        return new RecurringJob("announce-expiring-links", Duration.ofHours(1), () -> announce.get().handle(Viewer.WORKER));
    }

    @Singleton
    @Named("forget-notices")
    RecurringJob forgetNotices(BeanProvider<ForgetNotices> forget) {
        return new RecurringJob("forget-notices", Duration.ofHours(6), () -> forget.get().handle(Viewer.WORKER));
    }
}
