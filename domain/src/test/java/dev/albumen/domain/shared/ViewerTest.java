package dev.albumen.domain.shared;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.MODERATOR;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViewerTest {

    @Test
    void isSomebodyOnlyWhenSignedIn() {
        assertThat(ADA.user()).contains(ADA.userId());
        assertThat(ADA.member()).isSameAs(ADA);
        for (Viewer other : List.of(Viewer.ANONYMOUS, Viewer.WORKER, LINK_HOLDER)) {
            assertThat(other.user()).isEmpty();
            assertThat(codeOf(other::member)).isEqualTo("sign-in-required");
            assertThat(other.is(Role.USER)).isFalse();
        }
    }

    @Test
    void hasTheRolesBelowItsOwn() {
        assertThat(ROOT.is(Role.USER)).isTrue();
        assertThat(ROOT.is(Role.ADMIN)).isTrue();
        assertThat(ROOT.is(Role.SUPERADMIN)).isFalse();
        assertThat(MODERATOR.is(Role.ADMIN)).isFalse();
        assertThat(ADA.is(Role.MODERATOR)).isFalse();
    }

    @Test
    void worksOnlyAsTheInstanceItself() {
        Viewer.WORKER.requireWorker();
        for (Viewer other : List.of(Viewer.ANONYMOUS, ADA, ROOT, LINK_HOLDER)) {
            assertThat(codeOf(other::requireWorker)).isEqualTo("work-only");
        }
    }
}
