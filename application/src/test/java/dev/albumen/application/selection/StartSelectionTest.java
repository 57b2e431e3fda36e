package dev.albumen.application.selection;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.share.Knock;
import dev.albumen.application.share.ShareTraffic;
import dev.albumen.application.share.UnlockShare;
import dev.albumen.application.share.ViewCount;
import dev.albumen.application.shared.InMemoryThrottle;
import dev.albumen.application.user.FakePasswordHasher;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Password;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartSelectionTest extends SelectionUseCaseTest {

    private StartSelection.Started start(ClientKnock knock, String address) {
        return start.handle(Viewer.ANONYMOUS, new StartSelection.Command(knock, null, null, null, null, address));
    }

    @Test
    void givesEachClientATokenThatResumesTheirsAlone() {
        String ada = started("Ada");
        String bob = started("Bob");
        chosen(ada, one);

        assertThat(shown(ada).selection().contact().name()).isEqualTo("Ada");
        assertThat(shown(ada).items()).hasSize(1);
        assertThat(shown(bob).selection().contact().name()).isEqualTo("Bob");
        assertThat(shown(bob).items()).isEmpty();
        assertThat(catalogue.selections().find(shown(ada).selection().tokenHash()).orElseThrow().toString()).doesNotContain(ada);
        assertThat(trail.entries().toString()).contains("selection.start").doesNotContain("Ada", "example.org", ada);
    }

    @Test
    void wantsAToken() {
        started("Ada");
        assertRefused("selection-token-required", () -> shown("sel_nothing"));
        assertRefused("selection-token-required", () -> view.handle(Viewer.ANONYMOUS, new ViewSelection.Query(knock(null))));
    }

    @Test
    void resumesNothingThroughAnotherLink() {
        String ada = started("Ada");
        ShareLink other = given(aShareLink().to(album));
        configure(other, true, null, true, false, null);

        assertRefused("selection-token-required", () -> view.handle(Viewer.ANONYMOUS, new ViewSelection.Query(knock(other, ada))));
    }

    @Test
    void isRefusedWhereNobodyChooses() {
        ShareLink silent = given(aShareLink().to(album));
        ShareLink off = given(aShareLink().to(album).turnedOff());
        configure(off, true, null, true, false, null);
        String ada = started("Ada");
        configure(link, false, null, true, false, null);

        assertForbidden(() -> start(knock(silent, null), "10.0.0.1"));
        assertForbidden(() -> shown(ada));
        assertHidden(() -> start(knock(off, null), "10.0.0.1"));
        assertHidden(() -> start(new ClientKnock(new Knock("nothing", null), null), "10.0.0.1"));
    }

    @Test
    void wantsWhatTheOwnerWantsToKnow() {
        configure(link, true, null, true, true, null);
        assertThat(refusedWithoutTrace(() -> start(knock(null), "10.0.0.1"))).isInstanceOf(Refusal.Incomplete.class);
        assertThat(started("Ada")).isNotNull();
    }

    @Test
    void isRefusedAfterTheDeadline() {
        configure(null, true, clock.instant());
        assertRefused("selection-closed", () -> started("Ada"));
    }

    @Test
    void slowsDownWhoeverStartsMany() {
        for (int i = 0; i < StartSelection.BY_VISITOR.tries(); i++) {
            start(knock(null), "10.0.0.1");
        }
        assertThat(refusalOf(() -> start(knock(null), "10.0.0.1"))).isInstanceOf(Refusal.Throttled.class);
        for (int i = StartSelection.BY_VISITOR.tries(); i < StartSelection.BY_LINK.tries(); i++) {
            start(knock(null), "10.1.0." + i);
        }
        assertThat(refusalOf(() -> start(knock(null), "10.2.0.1"))).isInstanceOf(Refusal.Throttled.class);
    }

    @Test
    void lastsThirtyDaysFromTheLastUse() {
        String ada = started("Ada");
        clock.pass(Duration.ofDays(29));
        assertThat(shown(ada)).isNotNull();
        clock.pass(Duration.ofDays(29));
        assertThat(shown(ada).selection().version()).as("noted once").isEqualTo(2);
        clock.pass(Duration.ofDays(30));
        assertRefused("selection-token-required", () -> shown(ada));
    }

    @Test
    void knowsThePasswordOfItsTimeAlone() {
        FakePasswordHasher hasher = new FakePasswordHasher();
        ShareLinkBuilder builder = aShareLink().to(given(anAlbum())).withPassword(hasher.hash(new Password("sesame")).phc());
        ShareLink locked = given(builder);
        configure(locked, true, null, true, false, null);
        assertRefused("share-password-required", () -> start(knock(locked, null), "10.0.0.1"));
        String visit = new UnlockShare(catalogue.shareViews(), visits, hasher, new InMemoryThrottle(clock),
                new ViewCount(transactions, catalogue.shareCounts(), catalogue.recipients(), catalogue.shareTraffic(), clock), clock)
                .handle(Viewer.ANONYMOUS, new UnlockShare.Command(
                        ShareLinkBuilder.token(locked), "sesame", new ShareTraffic.Guest("10.0.0.1", ""))).token();
        String ada = start(new ClientKnock(new Knock(ShareLinkBuilder.token(locked), visit), null), "10.0.0.1").token();

        Selection resumed = view.handle(Viewer.ANONYMOUS, new ViewSelection.Query(knock(locked, ada))).selection();

        assertThat(resumed.passwordVersion()).isEqualTo(locked.passwordVersion());
        transactions.writing(() -> catalogue.selections().save(resumed.used(clock.instant(), 0)));
        assertRefused("share-password-required", () -> view.handle(Viewer.ANONYMOUS, new ViewSelection.Query(knock(locked, ada))));
    }
}
