package dev.albumen.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailTest {

    private static Mail mail(String to, String subject) {
        return new Mail(new UUID(1, 2), to, subject, "Text", "<p>Text</p>");
    }

    @Test
    void breaksNoLineInItsHead() {
        for (String broken : List.of("\r\n", "\n", "\r", "\u2028", "\u0085", "\u0000", "\u200b")) {
            assertThat(mail("a@example.org", "Sea" + broken + "Bcc: b@example.org").subject()).isEqualTo("Sea Bcc: b@example.org");
            assertThatThrownBy(() -> mail("a@example.org" + broken + "Bcc: b@example.org", "Sea"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void cutsALongSubjectBetweenCharacters() {
        assertThat(mail("a@example.org", "🌊".repeat(300)).subject()).isEqualTo("🌊".repeat(Mail.MAX_SUBJECT));
    }

    @Test
    void keepsWhatItSaysOutOfLogs() {
        assertThat(mail("a@example.org", "Secret").toString()).doesNotContain("Secret", "Text", "example");
    }
}
