package dev.albumen.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.albumen.application.notice.Mailer;
import dev.albumen.application.notice.MailerContract;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.notice.Mail;
import dev.albumen.mail.notice.SmtpSettings.Tls;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real SMTP server in this process. */
class SmtpMailerTest extends MailerContract {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Mail HELLO = new Mail(new UUID(7, 8), "bob@example.org", "Hello", "Text\n", "<p>Text</p>\n");

    private final GreenMail server = new GreenMail(patient(ServerSetup.SMTP));

    /** It gives up starting after two seconds otherwise. */
    private static ServerSetup patient(ServerSetup kind) {
        ServerSetup setup = kind.dynamicPort();
        setup.setServerStartupTimeout(Duration.ofMinutes(2).toMillis());
        return setup;
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected Mailer mailer() {
        return mailer(Tls.NONE, null, null);
    }

    private Mailer mailer(Tls tls, @Nullable String user, @Nullable String password) {
        return mailer(server.getSmtp().getPort(), tls, user, password, Duration.ofSeconds(30));
    }

    private static Mailer mailer(int port, Tls tls, @Nullable String user, @Nullable String password, Duration timeout) {
        return new SmtpMailer(new SmtpSettings("127.0.0.1", port, tls, user, password, "Albumen <albumen@example.org>", timeout),
                InstantSource.fixed(NOON));
    }

    @Override
    protected List<Mail> arrived(String address) {
        List<Mail> mails = new ArrayList<>();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                if (Arrays.toString(message.getAllRecipients()).equals("[" + address + "]")) {
                    String id = message.getMessageID().replaceAll("[<>]|@.*", "");
                    mails.add(new Mail(UUID.fromString(id), address, message.getSubject(), part(message, 0), part(message, 1)));
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mails;
    }

    private static String part(MimeMessage message, int number) throws MessagingException, IOException {
        return ((String) ((MimeMultipart) message.getContent()).getBodyPart(number).getContent()).replace("\r\n", "\n");
    }

    @Test
    void saysWhoseMailItIsAndThatAMachineWroteIt() throws Exception {
        mailer().send(HELLO);

        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(Arrays.toString(message.getFrom())).isEqualTo("[Albumen <albumen@example.org>]");
        assertThat(Arrays.toString(message.getAllRecipients())).isEqualTo("[bob@example.org]");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).isEqualTo("<" + HELLO.id() + "@example.org>");
        assertThat(message.getSentDate().toInstant()).isEqualTo(NOON);
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    }

    @Test
    void tellsItsNameWhereTheServerWantsOne() throws Exception {
        server.setUser("albumen", "open sesame");
        server.getManagers().getUserManager().setAuthRequired(true);

        mailer(Tls.NONE, "albumen", "open sesame").send(HELLO);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> mailer(Tls.NONE, "albumen", "wrong").send(HELLO)).isInstanceOf(DependencyException.class);
    }

    @Test
    void sendsNothingInTheClearThatIsToBeSecret() {
        assertThatThrownBy(() -> mailer(Tls.STARTTLS, null, null).send(HELLO)).isInstanceOf(DependencyException.class);
        assertThatThrownBy(() -> mailer(Tls.TLS, null, null).send(HELLO)).isInstanceOf(DependencyException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void trustsNoServerWhoseCertificateNobodyVouchesFor() {
        GreenMail secret = new GreenMail(patient(ServerSetup.SMTPS));
        secret.start();
        try {
            Mailer mailer = mailer(secret.getSmtps().getPort(), Tls.TLS, null, null, Duration.ofSeconds(30));
            assertThatThrownBy(() -> mailer.send(HELLO)).isInstanceOf(DependencyException.class).hasMessageContaining("takes no mails now");
            assertThat(secret.getReceivedMessages()).isEmpty();
        } finally {
            secret.stop();
        }
    }

    @Test
    void saysWhereNobodyAnswers() {
        Mailer mailer = mailer();
        server.stop();

        assertThatThrownBy(() -> mailer.send(HELLO)).isInstanceOf(DependencyException.class);
    }

    @Test
    @Timeout(60)
    void leavesAServerThatSaysALineForEver() throws Exception {
        try (EndlessGreeting endless = new EndlessGreeting()) {
            Mailer mailer = mailer(endless.port(), Tls.NONE, null, null, Duration.ofMillis(300));

            assertThatThrownBy(() -> mailer.send(HELLO)).isInstanceOf(DependencyException.class);

            endless.awaitHangUp();
        }
    }

    @Test
    void tellsWhichMailsAServerNeverTakes() throws Exception {
        try (RefusingServer refusing = new RefusingServer()) {
            Mailer mailer = mailer(refusing.port(), Tls.NONE, null, null, Duration.ofSeconds(30));
            for (int code : List.of(450, 550, 554)) {
                refusing.answerRecipientsWith(code);
                assertThatThrownBy(() -> mailer.send(HELLO)).isInstanceOfSatisfying(Mailer.RefusedMailException.class, refused -> {
                    assertThat(refused.forGood()).isEqualTo(code >= 500);
                    assertThat(refused).hasMessage("The mail server does not take it (" + code + ").");
                });
            }
            refusing.answerRecipientsWith(421);
            assertThatThrownBy(() -> mailer.send(HELLO)).isInstanceOf(DependencyException.class);
        }
    }

    @Test
    void isOffWithoutAServer() {
        Mailer off = new SmtpMailer(new SmtpSettings(null, 587, Tls.STARTTLS, null, null, "", Duration.ofSeconds(1)), InstantSource.fixed(NOON));

        assertThat(off.on()).isFalse();
        assertThatThrownBy(() -> off.send(HELLO)).isInstanceOf(DependencyException.class);
    }

    @Test
    void refusesAnAddressThatCannotBe() {
        for (String address : List.of("no address", "a@b@c", "Bob <bob@example.org>, eve@example.org")) {
            assertThatThrownBy(() -> mailer().send(new Mail(new UUID(7, 8), address, "Hello", "Text", "Text")))
                    .isInstanceOf(Mailer.RefusedMailException.class);
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void keepsSecretsOutOfLogs() {
        assertThat(new SmtpSettings("h", 25, Tls.NONE, "u", "secret", "f", Duration.ofSeconds(1)).toString()).doesNotContain("secret");
    }
}
