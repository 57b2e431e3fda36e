package dev.albumen.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isTheHashOfTheStandardsExample() {
        assertThat(Sha256.of("abc").hex()).isEqualTo(OF_ABC);
    }

    @Test
    void readsEitherCase() {
        assertThat(Sha256.parse(OF_ABC.toUpperCase(Locale.ROOT))).contains(Sha256.of("abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", " ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a\u0660"})
    void readsNothingElse(String text) {
        assertThat(Sha256.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Sha256(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
