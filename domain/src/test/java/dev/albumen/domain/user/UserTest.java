package dev.albumen.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final User ADA = User.drafted(new UserId(new UUID(1, 1)),
            new User.Draft(new Username("ada"), new EmailAddress("ada@example.org"), "Ada Lovelace", Role.USER, 10L), NOON);

    @Test
    void isCalledByItsUsernameUntilItSaysOtherwise() {
        User named = ADA.changed(User.Patch.own(Change.keep(), Change.clear()), NOON);

        assertThat(named.displayName()).isEqualTo("ada");
    }

    @Test
    void keepsWhatAPatchDoesNotMention() {
        User same = ADA.changed(User.Patch.own(Change.keep(), Change.keep()), NOON.plusSeconds(1));

        assertThat(same).usingRecursiveComparison().ignoringFields("updatedAt").isEqualTo(ADA);
        assertThat(same.updatedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void hasNoLimitWhenItsQuotaIsCleared() {
        assertThat(quota(Change.clear()).quotaBytes()).isNull();
        assertThat(quota(Change.to(0L)).quotaBytes()).isZero();
        assertThatThrownBy(() -> quota(Change.to(-1L))).isInstanceOf(RefusedException.class);
    }

    @Test
    void cannotLoseItsAddress() {
        assertThatThrownBy(() -> ADA.changed(User.Patch.own(Change.clear(), Change.keep()), NOON)).isInstanceOf(RefusedException.class);
    }

    @Test
    void isDeletedSevenDaysAfterItWasFirstClosed() {
        User closed = ADA.closed(NOON);

        assertThat(closed.active()).isFalse();
        assertThat(closed.deletionDueAt()).isEqualTo(Instant.parse("2026-05-08T12:00:00Z"));
        assertThat(closed.closed(NOON.plusSeconds(60)).deletionDueAt()).isEqualTo(closed.deletionDueAt());
        assertThat(closed.restored(NOON).active()).isTrue();
    }

    @Test
    void refusesAChangeThatWasBasedOnAnotherVersion() {
        ADA.requireVersion(null);
        ADA.requireVersion(1L);
        assertThatThrownBy(() -> ADA.requireVersion(2L)).isInstanceOf(RefusedException.class);
    }

    private static User quota(Change<Long> bytes) {
        return ADA.changed(new User.Patch(Change.keep(), Change.keep(), Change.keep(), bytes, Change.keep()), NOON);
    }
}
