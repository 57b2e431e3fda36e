package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.RecipientBuilder.aRecipient;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.SequentialTokens;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.RecipientTerms;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InviteRecipientTest extends UseCaseTest {

    private static final ShareTraffic.Guest GRACE = new ShareTraffic.Guest("1.1.1.1", "Browser");

    private final OwnedShares shares = new OwnedShares(
            catalogue.shareCounts(), catalogue.selectionConfigs(), catalogue.recipients(), secrets, clock);
    private final OwnedRecipients owned =
            new OwnedRecipients(catalogue.shareLinks(), catalogue.recipients(), catalogue.shareCounts(), shares, clock);
    private final InviteRecipient invite = new InviteRecipient(
            transactions, owned, shares, catalogue.recipients(), new SequentialTokens(), audit, ids, clock);
    private final ViewRecipient view = new ViewRecipient(transactions, owned);
    private final AnalyzeRecipient analyze = new AnalyzeRecipient(transactions, owned, catalogue.recipients(), clock);
    private final ListRecipients list = new ListRecipients(transactions, owned, catalogue.recipients(), catalogue.shareCounts());
    private final ChangeRecipient change = new ChangeRecipient(transactions, owned, catalogue.recipients(), audit, clock);
    private final RemoveRecipient remove = new RemoveRecipient(transactions, owned, catalogue.recipients(), audit, clock);
    private final ShareVisits visits = new ShareVisits(secrets, ids, clock);
    private final VisitShare visit = new VisitShare(catalogue.shareViews(), visits,
            new ViewCount(transactions, catalogue.shareCounts(), catalogue.recipients(), catalogue.shareTraffic(), clock), clock);
    private ShareLink link;

    @BeforeEach
    void makeLink() {
        link = given(aShareLink().to(given(anAlbum())).viewed(3));
    }

    @Test
    void givesAnAddressThatOnlyTheOwnerSees() {
        OwnedRecipient bob = invited(aRecipient().named("Bob").terms());

        assertThat(bob.token()).isEqualTo(SequentialTokens.nth(1));
        assertThat(view.handle(ADA, new ViewRecipient.Query(link.id(), id(bob)))).isEqualTo(bob);
        assertThat(view.handle(ROOT, new ViewRecipient.Query(link.id(), id(bob))).token()).isNull();
        assertThat(list.handle(ADA, new ListRecipients.Query(link.id(), PageRequest.first(5))).items()).containsExactly(bob);
        assertThat(shares.of(ROOT, link).recipients()).isEqualTo(1);
        assertThat(trail.actions()).containsExactly("recipient.invite");
        assertThat(bob.toString()).doesNotContain(bob.token(), "Bob");
    }

    @Test
    void countsTheirVisitsAndTheLinksTogether() {
        OwnedRecipient bob = invited(aRecipient().viewing(2).terms());
        OwnedRecipient cyd = invited(aRecipient().terms());

        String first = visited(bob, null).visit().token();
        assertThat(visited(bob, first).begun()).isFalse();
        visited(bob, null);
        assertRefused("share-used-up", () -> visited(bob, null));
        assertThat(catalogue.shareCounts().of(link.id())).isEqualTo(new ShareUsage(2, 0));
        visited(cyd, null);
        assertRefused("share-used-up", () -> visited(cyd, null));
        assertThat(shown(bob).counted().used()).isEqualTo(new ShareUsage(2, 0));
        assertThat(shown(bob).state()).isEqualTo(ShareState.USED_UP);
        assertThat(shown(cyd).counted()).isEqualTo(
                new Recipients.Counted(cyd.counted().recipient(), new ShareUsage(1, 0), clock.instant()));

        AnalyzeRecipient.Analysis analysis = analyze.handle(ADA, new AnalyzeRecipient.Query(link.id(), id(bob), 7));
        assertThat(analysis.used()).isEqualTo(new ShareUsage(2, 0));
        assertThat(analysis.days()).containsExactly(new Recipients.Day(analysis.last(), 2, 0));
        assertThat(analysis.first()).isEqualTo(analysis.last().minusDays(6));
        assertRefused("out-of-range", () -> new AnalyzeRecipient.Query(link.id(), id(bob), 366));
    }

    @Test
    void letsNobodyUseAVisitOfAnother() {
        OwnedRecipient bob = invited(aRecipient().terms());
        OwnedRecipient cyd = invited(aRecipient().terms());
        String bobs = visited(bob, null).visit().token();

        assertThat(visited(cyd, bobs).begun()).isTrue();
        assertThat(visits.proven(link, bobs)).isNull();
    }

    @Test
    void endsOneAndLeavesTheOthers() {
        OwnedRecipient bob = invited(aRecipient().terms());
        OwnedRecipient cyd = invited(aRecipient().terms());
        Recipient off = change.handle(ADA, new ChangeRecipient.Command(link.id(), id(bob), new Recipient.Patch(
                NOTHING, Change.to(false)), Optional.of(1L))).counted().recipient();

        assertThat(off.version()).isEqualTo(2);
        assertHidden(() -> visited(bob, null));
        visited(cyd, null);
        assertThat(refusedWithoutTrace(() -> remove.handle(ADA, new RemoveRecipient.Command(link.id(), id(bob), Optional.of(1L)))))
                .isEqualTo(new Refusal.Stale());
        remove.handle(ADA, new RemoveRecipient.Command(link.id(), id(bob), Optional.of(2L)));
        assertHidden(() -> shown(bob));
        visited(cyd, null);
        assertThat(trail.actions()).endsWith("recipient.change", "recipient.remove");
    }

    @Test
    void isForThoseWhoManageTheLink() {
        OwnedRecipient bob = invited(aRecipient().terms());
        ShareLink another = given(aShareLink().to(given(anAlbum())));
        for (Viewer other : List.of(BOB, Viewer.ANONYMOUS, LINK_HOLDER)) {
            assertHidden(() -> invite.handle(other, new InviteRecipient.Command(link.id(), aRecipient().terms())));
            assertHidden(() -> view.handle(other, new ViewRecipient.Query(link.id(), id(bob))));
            assertHidden(() -> analyze.handle(other, new AnalyzeRecipient.Query(link.id(), id(bob), 1)));
            assertHidden(() -> list.handle(other, new ListRecipients.Query(link.id(), PageRequest.first(5))));
            assertHidden(() -> remove.handle(other, new RemoveRecipient.Command(link.id(), id(bob), Optional.of(9L))));
        }
        assertHidden(() -> view.handle(ADA, new ViewRecipient.Query(another.id(), id(bob))));
        assertHidden(() -> analyze.handle(ADA, new AnalyzeRecipient.Query(another.id(), id(bob), 1)));
        assertHidden(() -> remove.handle(ADA, new RemoveRecipient.Command(another.id(), id(bob), Optional.empty())));
    }

    private static final RecipientTerms.Patch NOTHING = new RecipientTerms.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(),
            Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());

    private OwnedRecipient invited(RecipientTerms terms) {
        return invite.handle(ADA, new InviteRecipient.Command(link.id(), terms));
    }

    private OwnedRecipient shown(OwnedRecipient one) {
        return view.handle(ADA, new ViewRecipient.Query(link.id(), id(one)));
    }

    private VisitShare.Visited visited(OwnedRecipient one, @Nullable String token) {
        return visit.handle(Viewer.ANONYMOUS, new VisitShare.Query(new Knock(String.valueOf(one.token()), token), GRACE));
    }

    private static RecipientId id(OwnedRecipient one) {
        return one.counted().recipient().id();
    }
}
