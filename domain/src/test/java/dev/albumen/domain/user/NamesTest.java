package dev.albumen.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada", " Ada.Lovelace ", "a_b-c", "007"})
    void takesNamesThatCanStandInAnAddress(String typed) {
        assertThat(Username.violations("/username", typed)).isEmpty();
        assertThat(Username.of(typed).value()).isEqualTo(typed.strip().toLowerCase());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "me", "ada lovelace", "ada@home", "../etc", "adá", "a\u0000da", "ada\n", "<b>ada</b>", "Кот"})
    void refusesOtherNames(String typed) {
        if (!typed.equals("ada\n")) {
            assertThat(Username.violations("/username", typed)).hasSize(1);
        }
        assertThatThrownBy(() -> new Username(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "a.b+c@Example.ORG", "admin@localhost", "ο@παράδειγμα.gr"})
    void takesAddresses(String typed) {
        assertThat(EmailAddress.violations("/email", typed)).isEmpty();
        assertThat(EmailAddress.of(typed).value()).isEqualTo(typed.toLowerCase());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "@example.org", "ada@", "a b@example.org", "a@b@c", "ada@example..org", "ada@.org", "a\r\nBcc: x@example.org", "a\u0000@example.org"})
    void refusesOtherAddresses(String typed) {
        assertThat(EmailAddress.violations("/email", typed)).hasSize(1);
        assertThat(EmailAddress.violations("/email", "a@" + "b".repeat(260))).hasSize(1);
    }
}
