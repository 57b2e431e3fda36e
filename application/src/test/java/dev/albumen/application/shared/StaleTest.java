package dev.albumen.application.shared;

import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaleTest {

    @Test
    void refusesChangesThatAreBasedOnAnotherVersion() {
        Stale.unless(Optional.empty(), 7);
        Stale.unless(Optional.of(7L), 7);
        assertThat(refusalOf(() -> Stale.unless(Optional.of(6L), 7))).isEqualTo(new Refusal.Stale());
    }
}
