package dev.albumen.application.share;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.SharePatchBuilder.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.MovableClock;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Change;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareUnlocksTest {

    private final MovableClock clock = new MovableClock(NOON);
    private final ShareUnlocks unlocks = new ShareUnlocks(new FakeSecrets(), clock);
    private final ShareLink link = aShareLink().withPassword("one").build();
    private final ShareUnlocks.Unlock unlock = unlocks.issue(link);

    @Test
    void provesThePasswordsVersionForADay() {
        assertThat(unlocks.proven(link, unlock.token())).isOne();
        assertThat(unlock.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
        clock.pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(unlocks.proven(link, unlock.token())).isOne();
        clock.pass(Duration.ofSeconds(1));
        assertThat(unlocks.proven(link, unlock.token())).isNull();
    }

    @Test
    void provesNoLaterPassword() {
        ShareLink changed = link.changed(changes().password(Change.to("two")).build(), NOON);

        assertThat(unlocks.proven(changed, unlock.token())).isNotEqualTo(changed.passwordVersion());
        assertThat(unlocks.proven(changed, unlocks.issue(changed).token())).isEqualTo(changed.passwordVersion());
    }

    @Test
    void provesNothingForAnotherLink() {
        assertThat(unlocks.proven(aShareLink().build(), unlock.token())).isNull();
    }

    @Test
    void provesNothingWhenTamperedWith() {
        String[] parts = unlock.token().split("\\.");
        List<String> hostile = List.of("", ".", "..", "...", "1", "1.2", "x.y.z", "-1." + parts[1] + "." + parts[2],
                "2." + parts[1] + "." + parts[2], "1.999999999999." + parts[2], "1." + parts[1] + ".", unlock.token() + "x",
                "01." + parts[1] + "." + parts[2], "99999999999999999999." + parts[1] + "." + parts[2],
                "1." + "9".repeat(30) + "." + parts[2], "\u0661." + parts[1] + "." + parts[2], "\u0000");

        assertThat(hostile).allSatisfy(token -> assertThat(unlocks.proven(link, token)).isNull());
        assertThat(unlocks.proven(link, null)).isNull();
    }

    @Test
    void printsNoToken() {
        assertThat(unlock.toString()).doesNotContain(unlock.token());
    }
}
