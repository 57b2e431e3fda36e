package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void saysWhereTheNextOneStartsIfThereIsMore() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, row -> new Keyset(List.of(row)));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).contains(new Keyset(List.of("b")));
    }

    @Test
    void isTheLastWhereTheRowsJustFit() {
        assertThat(Page.of(List.of("a", "b"), 2, row -> new Keyset(List.of(row))).next()).isEmpty();
        assertThat(Page.of(List.<String>of(), 2, row -> new Keyset(List.of(row))).items()).isEmpty();
    }

    @Test
    void staysThatPartWhenItsItemsChange() {
        Page<Integer> page = Page.of(List.of("a", "bb"), 1, row -> new Keyset(List.of(row))).map(String::length);

        assertThat(page.items()).containsExactly(1);
        assertThat(page.next()).contains(new Keyset(List.of("a")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void holdsOneToTwoHundred(int limit) {
        assertThatThrownBy(() -> PageRequest.first(limit)).isInstanceOf(IllegalArgumentException.class);
    }
}
