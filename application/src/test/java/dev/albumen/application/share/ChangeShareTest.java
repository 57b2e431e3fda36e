package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.SequentialTokens;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.user.FakePasswordHasher;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeShareTest extends UseCaseTest {

    private final FakePasswordHasher hasher = new FakePasswordHasher();
    private final OwnedShares shown = new OwnedShares(catalogue.shareCounts(), catalogue.selectionConfigs(), catalogue.recipients(), secrets, clock);
    private final ChangeShare change = new ChangeShare(transactions, catalogue.shareLinks(), hasher, shown, audit, clock);
    private final DeleteShare delete = new DeleteShare(transactions, catalogue.shareLinks(), audit, clock);
    private final ViewShare view = new ViewShare(transactions, catalogue.shareLinks(), shown);
    private final ListShares list = new ListShares(catalogue.shareViews(), shown, clock);
    private OwnedShare share;

    @BeforeEach
    void makeShare() {
        share = new CreateShare(transactions,
                new ShareableResources(catalogue.albums(), catalogue.albumMembers(), catalogue.imageViews()),
                catalogue.shareLinks(), hasher, new SequentialTokens(), shown, entry -> {}, ids, clock)
                .handle(ADA, new CreateShare.Command(
                        new SharedResource.OfAlbum(given(anAlbum()).id()), ShareTerms.PLAIN, "open sesame"));
    }

    @Test
    void changesWhatTheLinkAllows() {
        OwnedShare changed = change.handle(ADA, turningOff(Optional.of(1L)));

        assertThat(changed.link().active()).isFalse();
        assertThat(changed.link().version()).isEqualTo(2);
        assertThat(changed.link().passwordVersion()).isOne();
        assertThat(changed.token()).isEqualTo(share.token());
        assertThat(catalogue.shareLinks().find(share.link().id())).contains(changed.link());
        assertThat(trail.actions()).containsExactly("share.change");
    }

    @Test
    void countsPasswords() {
        OwnedShare changed = change.handle(ADA, password(Change.to("open sesame")));

        assertThat(changed.link().passwordVersion()).isEqualTo(2);
        assertThat(changed.link().passwordHash()).isNotEqualTo(share.link().passwordHash());
        assertThat(change.handle(ADA, password(Change.clear())).link().hasPassword()).isFalse();
        assertRefused("password-length", () -> change.handle(ADA, password(Change.to("abc"))));
    }

    @Test
    void refusesAStaleVersion() {
        assertThat(refusedWithoutTrace(() -> change.handle(ADA, turningOff(Optional.of(2L))))).isEqualTo(new Refusal.Stale());
        assertThat(refusedWithoutTrace(() -> delete.handle(ADA, new DeleteShare.Command(share.link().id(), Optional.of(2L)))))
                .isEqualTo(new Refusal.Stale());
    }

    @Test
    void hidesALinkFromEverybodyElse() {
        for (Viewer other : List.of(BOB, Viewer.ANONYMOUS, LINK_HOLDER)) {
            assertHidden(() -> change.handle(other, turningOff(Optional.of(9L))));
            assertHidden(() -> delete.handle(other, new DeleteShare.Command(share.link().id(), Optional.empty())));
            assertHidden(() -> view.handle(other, new ViewShare.Query(share.link().id())));
        }
        assertHidden(() -> view.handle(ADA, new ViewShare.Query(aShareLink().build().id())));
        assertThat(listed(BOB, null)).isEmpty();
    }

    @Test
    void showsItsOwnerTheToken() {
        assertThat(view.handle(ADA, new ViewShare.Query(share.link().id()))).isEqualTo(share);
        assertThat(listed(ADA, ShareState.ACTIVE)).containsExactly(share);
        assertThat(listed(ADA, ShareState.INACTIVE)).isEmpty();
    }

    @Test
    void showsWhatWasSaidAboutChoosing() {
        assertThat(share.selection()).isEqualTo(SelectionConfig.none(share.link().id()));
        SelectionConfig said = transactions.write(() -> catalogue.selectionConfigs().save(share.selection().changed(
                new SelectionConfig.Patch(Change.to(true), Change.to("The best"), Change.keep(), Change.keep(), Change.keep(),
                        Change.keep(), Change.keep(), Change.keep(), Change.keep()), clock.instant())));

        assertThat(view.handle(ADA, new ViewShare.Query(share.link().id())).selection()).isEqualTo(said);
        assertThat(listed(ADA, null)).extracting(OwnedShare::selection).containsExactly(said);
    }

    @Test
    void letsAdminsManageALinkWithoutShowingThemItsToken() {
        assertThat(view.handle(ROOT, new ViewShare.Query(share.link().id())))
                .isEqualTo(new OwnedShare(share.link(), ShareUsage.NONE, ShareState.ACTIVE, share.selection(), 0, null));
        OwnedShare changed = change.handle(ROOT, turningOff(Optional.empty()));
        assertThat(changed.link().active()).isFalse();
        assertThat(changed.token()).isNull();
        delete.handle(ROOT, new DeleteShare.Command(share.link().id(), Optional.empty()));
        assertThat(trail.actions()).containsExactly("share.change", "share.delete");
    }

    @Test
    void deletesForGood() {
        delete.handle(ADA, new DeleteShare.Command(share.link().id(), Optional.of(1L)));

        assertThat(catalogue.shareViews().open(ShareKey.of(String.valueOf(share.token())))).isEmpty();
        assertThat(trail.actions()).containsExactly("share.delete");
        assertHidden(() -> delete.handle(ADA, new DeleteShare.Command(share.link().id(), Optional.empty())));
    }

    private ChangeShare.Command turningOff(Optional<Long> expected) {
        return new ChangeShare.Command(share.link().id(), ShareTerms.Patch.NOTHING, Change.keep(), Change.to(false), expected);
    }

    private ChangeShare.Command password(Change<String> password) {
        return new ChangeShare.Command(share.link().id(), ShareTerms.Patch.NOTHING, password, Change.keep(), Optional.empty());
    }

    private List<OwnedShare> listed(Viewer viewer, @Nullable ShareState state) {
        return list.handle(viewer, new ListShares.Query(new ShareViews.Search(null, state, null), PageRequest.first(5))).items();
    }
}
