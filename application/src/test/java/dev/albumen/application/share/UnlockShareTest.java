package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.ShareLinkBuilder.token;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.InMemoryThrottle;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.user.FakePasswordHasher;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Password;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnlockShareTest extends UseCaseTest {

    private final FakePasswordHasher hasher = new FakePasswordHasher();
    private final ShareVisits visits = new ShareVisits(secrets, ids, clock);
    private final UnlockShare unlock = new UnlockShare(
            catalogue.shareViews(), visits, hasher, new InMemoryThrottle(clock),
            new ViewCount(transactions, catalogue.shareCounts(), catalogue.recipients(), catalogue.shareTraffic(), clock), clock);
    private ShareLink link;

    @BeforeEach
    void makeLink() {
        link = given(aShareLink().to(given(anAlbum())).withPassword(hasher.hash(new Password("sesame")).phc()));
    }

    @Test
    void givesWhoKnowsThePasswordATokenThatOpens() {
        ShareVisits.Visit given = unlock("sesame", "1.1.1.1");

        assertThat(new OpenShare(catalogue.shareViews(), visits, clock)
                .handle(Viewer.ANONYMOUS, new OpenShare.Query(new Knock(token(link), given.token()))).holder().shareId())
                .isEqualTo(link.id());
    }

    @Test
    void refusesAWrongPassword() {
        assertRefused("share-password-wrong", () -> unlock("wrong", "1.1.1.1"));
        assertRefused("share-password-wrong", () -> unlock("", "1.1.1.1"));
        assertRefused("share-password-wrong", () -> unlock("x".repeat(5000), "1.1.1.2"));
    }

    @Test
    void slowsDownOneVisitorWhoGuesses() {
        for (int i = 0; i < UnlockShare.BY_VISITOR.tries(); i++) {
            refusalOf(() -> unlock("wrong", "1.1.1.1"));
        }

        assertThat(refusalOf(() -> unlock("sesame", "1.1.1.1"))).isInstanceOf(Refusal.Throttled.class);
        assertThat(unlock("sesame", "2.2.2.2")).isNotNull();
        clock.pass(UnlockShare.BY_VISITOR.per());
        assertThat(unlock("sesame", "1.1.1.1")).isNotNull();
    }

    @Test
    void slowsDownGuessingFromEverywhereTogether() {
        for (int i = 0; i < UnlockShare.BY_LINK.tries(); i++) {
            String address = "10.0.0." + i;
            refusalOf(() -> unlock("wrong", address));
        }

        assertThat(refusalOf(() -> unlock("sesame", "2.2.2.2"))).isInstanceOf(Refusal.Throttled.class);
    }

    @Test
    void countsNobodyWhoKnowsThePassword() {
        for (int i = 0; i < UnlockShare.BY_LINK.tries() * 2; i++) {
            assertThat(unlock("sesame", "1.1.1.1")).isNotNull();
        }
    }

    @Test
    void countsWhoComesInAndNobodyElse() {
        ShareLink once = given(aShareLink().to(given(anAlbum())).withPassword(hasher.hash(new Password("sesame")).phc()).viewed(1));

        assertRefused("share-password-wrong", () -> unlock.handle(
                Viewer.ANONYMOUS, new UnlockShare.Command(token(once), "wrong", guest("1.1.1.1"))));
        unlock.handle(Viewer.ANONYMOUS, new UnlockShare.Command(token(once), "sesame", guest("1.1.1.1")));
        assertRefused("share-used-up", () -> unlock.handle(
                Viewer.ANONYMOUS, new UnlockShare.Command(token(once), "sesame", guest("1.1.1.1"))));
    }

    @Test
    void looksLikeNothingWhereTheLinkIsNotOpen() {
        ShareLink off = given(aShareLink().to(given(anAlbum())).withPassword("x").turnedOff());
        ShareLink over = given(aShareLink().to(given(anAlbum())).withPassword("x").expiringAt(clock.instant()));
        ShareLink free = given(aShareLink().to(given(anAlbum())));

        assertHidden(() -> unlock.handle(Viewer.ANONYMOUS, new UnlockShare.Command(token(off), "x", guest("1.1.1.1"))));
        assertHidden(() -> unlock.handle(Viewer.ANONYMOUS, new UnlockShare.Command("nothing", "x", guest("1.1.1.1"))));
        assertRefused("share-expired", () -> unlock.handle(Viewer.ANONYMOUS, new UnlockShare.Command(token(over), "x", guest("1.1.1.1"))));
        assertRefused("share-without-password", () -> unlock.handle(Viewer.ANONYMOUS, new UnlockShare.Command(token(free), "x", guest("1.1.1.1"))));
    }

    private ShareVisits.Visit unlock(String password, String address) {
        return unlock.handle(Viewer.ANONYMOUS, new UnlockShare.Command(token(link), password, guest(address)));
    }

    private static ShareTraffic.Guest guest(String address) {
        return new ShareTraffic.Guest(address, "Browser");
    }
}
