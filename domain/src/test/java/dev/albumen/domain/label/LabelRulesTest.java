package dev.albumen.domain.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelRulesTest {

    private static final LabelRules RULES = new LabelRules(new Confidence(500), 2);

    @Test
    void suggestsTheSurestOfThoseThatAreSureEnough() {
        assertThat(RULES.suggested(List.of(one("sea", 500), one("boat", 499), one("sky", 800), one("rain", 700))))
                .containsExactly(one("sky", 800), one("rain", 700));
        assertThat(RULES.suggested(List.of())).isEmpty();
    }

    @Test
    void takesEachNameOnceAtItsSurest() {
        assertThat(RULES.suggested(List.of(one("sea", 600), one("sea", 900), one("sky", 700))))
                .containsExactly(one("sea", 900), one("sky", 700));
    }

    @Test
    void readsConfidenceInWhateverALabelerSays() {
        assertThat(Confidence.of(0.9876)).isEqualTo(new Confidence(988));
        assertThat(Confidence.of(1.5)).isEqualTo(Confidence.CERTAIN);
        assertThat(Confidence.of(-1)).isEqualTo(new Confidence(0));
        assertThatThrownBy(() -> new Confidence(1001)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Finding one(String name, int perMille) {
        return Finding.of(name, null, new Confidence(perMille));
    }
}
