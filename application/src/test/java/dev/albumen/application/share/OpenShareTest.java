package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.TALKATIVE;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.ShareLinkBuilder.token;
import static dev.albumen.domain.share.SharePatchBuilder.changes;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenShareTest extends UseCaseTest {

    private final ShareVisits visits = new ShareVisits(secrets, ids, clock);
    private final OpenShare open = new OpenShare(catalogue.shareViews(), visits, clock);
    private final ListSharedImages list = new ListSharedImages(new OpenPlace(open, catalogue.projectViews()), catalogue.shareViews());
    private final ViewSharedImage view = new ViewSharedImage(open, catalogue.shareViews());
    private Album album;
    private Image image;

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum().titled("Sea"));
        image = given(anImage().named("home.jpg"));
        place(album, image, given(anImage().pending()), given(anImage().failed()), given(anImage().trashedAt(NOON)));
    }

    @Test
    void showsWhatIsReadyAndNothingElse() {
        ShareLink link = given(aShareLink().to(album));

        assertThat(open(link, null).share().title()).isEqualTo("Sea");
        assertThat(open(link, null).share().imageCount()).isOne();
        assertThat(listed(link)).extracting(one -> one.image().id()).containsExactly(image.id());
        assertThat(trail.actions()).isEmpty();
    }

    @Test
    void showsWhoeverComesTheSame() {
        ShareLink link = given(aShareLink().to(album));

        for (Viewer viewer : List.of(ADA, EVE, ROOT, Viewer.ANONYMOUS)) {
            assertThat(open.handle(viewer, new OpenShare.Query(new Knock(token(link), null)))).isEqualTo(open(link, null));
        }
    }

    @Test
    void leavesNameAndMetadataOutUnlessTheLinkShowsThem() {
        ShareLink quiet = given(aShareLink().to(album));
        ShareLink talkative = given(aShareLink().to(album).showingMetadata());

        assertThat(listed(quiet).toString()).doesNotContain("home", "59.9", "12345", "Nikon");
        assertThat(seen(quiet).toString()).doesNotContain("home", "59.9", "12345", "Nikon");
        assertThat(listed(talkative).getFirst().image().filename()).isEqualTo("home.jpg");
        assertThat(seen(talkative).image().metadata().gps()).isEqualTo(TALKATIVE.gps());
    }

    @Test
    void showsOneImageAndNoOther() {
        Image other = given(anImage());
        ShareLink link = given(aShareLink().to(image));

        assertThat(listed(link)).hasSize(1);
        assertThat(seen(link).image().id()).isEqualTo(image.id());
        assertHidden(() -> view.handle(Viewer.ANONYMOUS, new ViewSharedImage.Query(new Knock(token(link), null), other.id())));
    }

    @Test
    void showsNothingOutsideTheAlbum() {
        Image other = given(anImage());
        ShareLink link = given(aShareLink().to(album));

        assertHidden(() -> view.handle(Viewer.ANONYMOUS, new ViewSharedImage.Query(new Knock(token(link), null), other.id())));
    }

    @Test
    void isHiddenWhereItIsOffOrWhatItOpensIsNotShown() {
        ShareLink off = given(aShareLink().to(album).turnedOff());
        ShareLink trashed = given(aShareLink().to(given(anImage().trashedAt(NOON))));
        ShareLink pending = given(aShareLink().to(given(anImage().pending())));
        for (ShareLink link : List.of(off, trashed, pending)) {
            assertHidden(() -> open(link, null));
        }
        assertHidden(() -> open.handle(Viewer.ANONYMOUS, new OpenShare.Query(new Knock("nothing", null))));
    }

    @Test
    void isHiddenOnceItsOwnerIsDisabled() {
        ShareLink link = given(aShareLink().to(album));
        User ada = catalogue.users().find(ADA.userId()).orElseThrow();
        catalogue.users().save(ada.changed(new User.Patch(
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(true)), NOON));

        assertHidden(() -> open(link, null));
    }

    @Test
    void isHiddenUntilItStarts() {
        ShareLink link = given(aShareLink().to(album).startingAt(clock.instant().plusSeconds(1)));

        assertHidden(() -> open(link, null));
        clock.pass(Duration.ofSeconds(1));
        assertThat(open(link, null).share().title()).isEqualTo("Sea");
    }

    @Test
    void opensBySlugToo() {
        ShareLink link = given(aShareLink().to(album).called("by-the-sea"));

        assertThat(open.handle(Viewer.ANONYMOUS, new OpenShare.Query(new Knock("by-the-sea", null)))).isEqualTo(open(link, null));
    }

    @Test
    void isGoneOnceItExpires() {
        ShareLink link = given(aShareLink().to(album).expiringAt(clock.instant().plusSeconds(1)));
        open(link, null);
        clock.pass(Duration.ofSeconds(1));

        assertRefused("share-expired", () -> open(link, null));
    }

    @Test
    void wantsAVisitWhereViewsAreLimited() {
        ShareLink link = given(aShareLink().to(album).viewed(1));
        String visit = visits.begin(link).token();
        String elsewhere = visits.begin(given(aShareLink().to(album).viewed(1))).token();

        assertRefused("share-visit-required", () -> open(link, null));
        assertRefused("share-visit-required", () -> open(link, elsewhere));
        assertThat(open(link, visit).share().title()).isEqualTo("Sea");

        catalogue.shareCounts().countView(link.id());
        assertRefused("share-used-up", () -> open(link, null));
        assertThat(open(link, visit).share().title()).isEqualTo("Sea");
        clock.pass(Duration.ofDays(1));
        assertRefused("share-used-up", () -> open(link, visit));
    }

    @Test
    void wantsItsCurrentPassword() {
        ShareLink link = given(aShareLink().to(album).withPassword("one"));
        String unlock = visits.begin(link).token();

        assertRefused("share-password-required", () -> open(link, null));
        assertRefused("share-password-required", () -> open(link, "nonsense"));
        assertThat(open(link, unlock).share().title()).isEqualTo("Sea");

        transactions.writing(() -> catalogue.shareLinks().save(link.changed(
                changes().password(Change.to("two")).build(), NOON)));
        assertRefused("share-password-required", () -> open(link, unlock));
    }

    private OpenShare.Open open(ShareLink link, @Nullable String unlock) {
        return open.handle(Viewer.ANONYMOUS, new OpenShare.Query(new Knock(token(link), unlock)));
    }

    private List<ImageView> listed(ShareLink link) {
        return list.handle(Viewer.ANONYMOUS, new ListSharedImages.Query(new Knock(token(link), null), null, PageRequest.first(9)))
                .images().items();
    }

    private ImageView seen(ShareLink link) {
        return view.handle(Viewer.ANONYMOUS, new ViewSharedImage.Query(new Knock(token(link), null), image.id())).image();
    }
}
