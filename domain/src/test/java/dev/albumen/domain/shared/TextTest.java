package dev.albumen.domain.shared;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void stripsALineAndCountsCharacters() {
        assertThat(Text.line("/t", "\u2003 sea \n", 3)).isEqualTo("sea");
        assertThat(Text.line("/t", "\ud83c\udf0a\ud83c\udf0a", 2)).hasSize(4);
        assertThat(codeOf(() -> Text.line("/t", "\ud83c\udf0a\ud83c\udf0a", 1))).isEqualTo("too-long");
        assertThat(codeOf(() -> Text.line("/t", " ", 3))).isEqualTo("empty");
    }

    @Test
    void takesAnEmptyOptionalLineForNone() {
        assertThat(Text.optionalLine("/t", null, 3)).isNull();
        assertThat(Text.optionalLine("/t", " \t", 3)).isNull();
        assertThat(Text.optionalLine("/t", " a ", 3)).isEqualTo("a");
    }

    @Test
    void keepsLinesApart() {
        assertThat(Text.lines("/t", " a\r\n\tb ", 10)).isEqualTo("a\r\n\tb");
        assertThat(Text.lines("/t", null, 10)).isEmpty();
        assertThat(Text.lines("/t", "  ", 10)).isEmpty();
        assertThat(codeOf(() -> Text.lines("/t", "12345", 4))).isEqualTo("too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u0085b", "a\ud800b", "a\udc00b", "a\uffffb", "a\ufdd0b"})
    void refusesWhatCannotBeShown(String text) {
        assertThat(codeOf(() -> Text.line("/t", text, 9))).isEqualTo("control-character");
        assertThat(codeOf(() -> Text.lines("/t", text, 9))).isEqualTo("control-character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb"})
    void refusesALineThatIsMoreThanOne(String text) {
        assertThat(codeOf(() -> Text.line("/t", text, 9))).isEqualTo("control-character");
    }

    @Test
    void saysWhereTheFaultIs() {
        assertThat(refusalOf(() -> Text.line("/title", "", 9))).isInstanceOfSatisfying(Refusal.Invalid.class,
                invalid -> assertThat(invalid.violations()).extracting(Violation::pointer).containsExactly("/title"));
    }
}
