package dev.albumen.application.share;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.SharePatchBuilder.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.MovableClock;
import dev.albumen.application.shared.SequentialIds;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Change;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShareVisitsTest {

    private final MovableClock clock = new MovableClock(NOON);
    private final ShareVisits visits = new ShareVisits(new FakeSecrets(), new SequentialIds(), clock);
    private final ShareLink link = aShareLink().withPassword("one").build();
    private final ShareVisits.Visit visit = visits.begin(link);

    @Test
    void provesThePasswordsVersionForADay() {
        assertThat(visits.proven(link, visit.token())).isOne();
        assertThat(visit.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
        clock.pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(visits.proven(link, visit.token())).isOne();
        clock.pass(Duration.ofSeconds(1));
        assertThat(visits.proven(link, visit.token())).isNull();
    }

    @Test
    void provesNoLaterPassword() {
        ShareLink changed = link.changed(changes().password(Change.to("two")).build(), NOON);

        assertThat(visits.proven(changed, visit.token())).isNull();
        assertThat(visits.proven(changed, visits.begin(changed).token())).isEqualTo(changed.passwordVersion());
    }

    @Test
    void provesNothingForAnotherLink() {
        assertThat(visits.proven(aShareLink().build(), visit.token())).isNull();
    }

    @Test
    void provesNothingWhenTamperedWith() {
        String[] parts = visit.token().split("\\.");
        List<String> hostile = List.of("", ".", "..", "...", "1", "1.2", "x.y.z", with(parts, 0, "-1"),
                with(parts, 0, "2"), with(parts, 1, "999999999999"), with(parts, 2, new UUID(1, 2).toString()), with(parts, 3, ""),
                visit.token() + "x", with(parts, 0, "01"), with(parts, 0, "99999999999999999999"), with(parts, 1, "9".repeat(30)),
                with(parts, 2, "-".repeat(36)), with(parts, 0, "\u0661"), "\u0000", "1." + parts[1] + "." + parts[3]);

        assertThat(hostile).allSatisfy(token -> assertThat(visits.proven(link, token)).isNull());
        assertThat(visits.proven(link, null)).isNull();
    }

    @Test
    void tellsVisitsFromEachOther() {
        ShareVisits.Visit second = visits.begin(link);

        assertThat(second.id()).isNotEqualTo(visit.id());
        assertThat(visits.current(link, second.token())).isEqualTo(second);
        assertThat(visits.current(link, visit.token())).isEqualTo(visit);
    }

    private static String with(String[] parts, int at, String other) {
        String[] changed = parts.clone();
        changed[at] = other;
        return String.join(".", changed);
    }

    @Test
    void printsNoToken() {
        assertThat(visit.toString()).doesNotContain(visit.token());
    }
}
