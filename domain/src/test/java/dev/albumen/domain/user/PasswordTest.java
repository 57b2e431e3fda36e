package dev.albumen.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private static final Username NAME = new Username("marguerite");
    private static final EmailAddress EMAIL = new EmailAddress("m.duras@example.org");

    @ParameterizedTest
    @ValueSource(strings = {"quiet lantern over 7 hills", "marguerite-and-her-rivers", "πέτρα ხელი 石の橋"})
    void takesWhatIsHardToGuess(String text) {
        assertThat(codes(text)).isEmpty();
    }

    @Test
    void countsCharactersAndNotCodeUnits() {
        assertThat(codes("abcdefgh" + "🐘🦒🐍🦉")).isEmpty();
        assertThat(codes("abcde" + "🐘🦒🐍🦉🐢🐙")).containsExactly("password-length");
        assertThat(codes("abcd🐘".repeat(25) + "xyz")).isEmpty();
        assertThat(codes("abcd🐘".repeat(25) + "xyzå")).containsExactly("password-length");
    }

    @ParameterizedTest
    @CsvSource({
        "short,password-length",
        "PassWordPassWord,password-common",
        "aaaaaaaaaaaa,password-common",
        "010101010101,password-common",
        "Marguerite1234,password-is-name",
        "m.duras@example.org,password-is-name",
        "m.durasm.duras,password-is-name"
    })
    void refusesWhatIsGuessedFirst(String text, String code) {
        assertThat(codes(text)).containsExactly(code);
    }

    @Test
    void isTheSameHoweverItIsTyped() {
        assertThat(new Password("cafe\u0301 de flore")).isEqualTo(new Password("caf\u00e9 de flore"));
    }

    @Test
    void isNeverPrinted() {
        assertThat(new Password("quiet lantern over 7 hills")).hasToString("Password[hidden]");
        assertThat(new PasswordHash("$argon2id$x")).hasToString("PasswordHash[hidden]");
    }

    private static List<String> codes(String text) {
        return new Password(text).violations("/password", NAME, EMAIL).stream().map(Violation::code).toList();
    }
}
