package dev.albumen.application.image;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.MovableClock;
import dev.albumen.domain.image.ImageId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagePassesTest {

    private final MovableClock clock = new MovableClock(NOON);
    private final ImagePasses passes = new ImagePasses(new FakeSecrets(), clock);
    private final ImageId image = anImage().build().id();
    private final ImagePasses.Pass pass = passes.issue("session", image);

    @Test
    void holdsForOneToTwoHours() {
        assertThat(passes.holds(pass, "session", image)).isTrue();
        clock.pass(Duration.ofSeconds(7199));
        assertThat(passes.holds(pass, "session", image)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(passes.holds(pass, "session", image)).isFalse();
    }

    @Test
    void staysTheSameWithinTheHourSoThatCachesHit() {
        clock.pass(Duration.ofSeconds(3599));
        assertThat(passes.issue("session", image)).isEqualTo(pass);
        clock.pass(Duration.ofSeconds(1));
        assertThat(passes.issue("session", image)).isNotEqualTo(pass);
    }

    @Test
    void isWorthNothingForAnotherImageOrHolder() {
        assertThat(passes.holds(pass, "session", anImage().build().id())).isFalse();
        assertThat(passes.holds(pass, "other", image)).isFalse();
    }

    @Test
    void cannotBeLengthenedOrTamperedWith() {
        assertThat(passes.holds(new ImagePasses.Pass(pass.expires() + 3600, pass.signature()), "session", image)).isFalse();
        assertThat(passes.holds(new ImagePasses.Pass(Long.MAX_VALUE, pass.signature()), "session", image)).isFalse();
        for (String signature : List.of("", "x", pass.signature() + "=", pass.signature().substring(1))) {
            assertThat(passes.holds(new ImagePasses.Pass(pass.expires(), signature), "session", image)).isFalse();
        }
    }
}
