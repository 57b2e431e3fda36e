package dev.albumen.domain.image;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilenameTest {

    @ParameterizedTest
    @CsvSource({
        "sea.jpg, sea.jpg",
        "' sea.jpg ', sea.jpg",
        "../../etc/passwd, passwd",
        "..\\..\\boot.ini, boot.ini",
        "C:\\fakepath\\sea.jpg, sea.jpg",
        "/tmp/a\\b/sea.jpg, sea.jpg",
        ".hidden, .hidden",
        "'a \"b\"; filename=c.jpg', 'a \"b\"; filename=c.jpg'",
        "\ud83c\udf0a\ud83d\udc68\u200d\ud83d\udc67.png, \ud83c\udf0a\ud83d\udc68\u200d\ud83d\udc67.png",
    })
    void leavesFoldersOutAndKeepsTheRest(String sent, String kept) {
        assertThat(Filename.sent(sent).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "folder/", "a\\", "a/.."})
    void refusesWhatNamesNoFile(String sent) {
        assertThat(codeOf(() -> Filename.sent(sent))).isEqualTo("filename-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1.jpg", "a\u0000.jpg", "a\tb.jpg", "gpj.\u202eexe.jpg", "a\u2028b.jpg", "a\ud800.jpg", "\ufeffa.jpg"})
    void refusesWhatCannotBeSeen(String sent) {
        assertThat(codeOf(() -> Filename.sent(sent))).isEqualTo("filename-control-character");
    }

    @Test
    void holdsUpTo255Characters() {
        String emoji = "\ud83c\udf0a";

        assertThat(Filename.sent(emoji.repeat(255)).value()).hasSize(510);
        assertThat(codeOf(() -> Filename.sent(emoji.repeat(256)))).isEqualTo("filename-too-long");
        assertThat(codeOf(() -> Filename.sent("x".repeat(300)))).isEqualTo("filename-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a\\b", "a\nb"})
    void isNothingElse(String value) {
        assertThatThrownBy(() -> new Filename(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
