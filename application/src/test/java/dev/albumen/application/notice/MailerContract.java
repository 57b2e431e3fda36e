package dev.albumen.application.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.notice.Mail;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything does that sends mails. */
public abstract class MailerContract {

    /** One that sends. */
    protected abstract Mailer mailer();

    /** What has come to that address so far, the oldest first. */
    protected abstract List<Mail> arrived(String address);

    @Test
    void sendsWhatItIsGivenWordForWord() throws Mailer.RefusedMailException {
        Mail mail = new Mail(new UUID(1, 2), "bob@example.org", "Grüße: “Sea” 🌊",
                "Hello Bob,\n\n.\nFrom here a long way: " + "x".repeat(1500) + "\n– Ada\n", "<p>Hello “Bob” 🌊</p>\n");

        mailer().send(mail);

        assertThat(mailer().on()).isTrue();
        assertThat(arrived("bob@example.org")).containsExactly(mail);
    }

    @Test
    void putsNothingIntoTheHeadButTheSubject() throws Mailer.RefusedMailException {
        Mail mail = new Mail(new UUID(1, 3), "cyd@example.org", "Sea\r\nBcc: eve@example.org\r\n\r\nHello", "Text\n", "<p>Text</p>\n");

        mailer().send(mail);

        assertThat(arrived("cyd@example.org")).extracting(Mail::subject).containsExactly("Sea Bcc: eve@example.org Hello");
        assertThat(arrived("eve@example.org")).isEmpty();
    }
}
