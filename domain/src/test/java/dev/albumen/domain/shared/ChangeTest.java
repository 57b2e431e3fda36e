package dev.albumen.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void keepsClearsOrSets() {
        assertThat(Change.<String>keep().orKeep("now", "none")).isEqualTo("now");
        assertThat(Change.<String>clear().orKeep("now", "none")).isEqualTo("none");
        assertThat(Change.to("then").orKeep("now", "none")).isEqualTo("then");
    }

    @Test
    void translatesOnlyWhatIsSet() {
        assertThat(Change.<String>keep().map(String::length)).isEqualTo(Change.keep());
        assertThat(Change.<String>clear().map(String::length)).isEqualTo(Change.clear());
        assertThat(Change.to("four").map(String::length)).isEqualTo(Change.to(4));
    }
}
