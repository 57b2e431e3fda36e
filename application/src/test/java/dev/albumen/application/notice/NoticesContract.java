package dev.albumen.application.notice;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.RecipientBuilder.aRecipient;
import static dev.albumen.domain.share.ShareLinkBuilder.NOON;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.SharePatchBuilder.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientBuilder;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.shared.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that keeps what is to be told by mail. */
public abstract class NoticesContract extends CatalogueContract {

    protected static final Instant SOON = NOON.plus(Duration.ofDays(2));
    private static final Instant AHEAD = NOON.plus(Duration.ofDays(3));

    protected Notices notices;
    protected Album album;

    @BeforeEach
    void makeAlbum() {
        notices = catalogue.notices();
        album = kept(anAlbum().ownedBy(ada).titled("Sea").build());
    }

    @Test
    void sendsRecipientsTheirAddresses() {
        ShareLink link = linked(aShareLink().labelled("Summer").expiringAt(AHEAD));
        Recipient bob = invited(aRecipient().of(link).named("Bob").at("bob@example.org").expiringAt(SOON));
        Recipient cyd = invited(aRecipient().of(link).named("Cyd"));
        Recipient dan = invited(aRecipient().of(link).named("Dan").at("dan@example.org").turnedOff());
        List.of(bob, cyd, dan).forEach(one -> writing(() -> notices.invite(one.id(), NOON)));
        writing(() -> notices.invite(aRecipient().build().id(), NOON));

        List<Notice> taken = taken(NOON);

        assertThat(taken).hasSize(3);
        Notice first = taken.getFirst();
        assertThat(first.kind()).isNull();
        assertThat(first.to()).isEqualTo("bob@example.org");
        assertThat(first.recipient()).isEqualTo(bob);
        assertThat(first.who()).isEqualTo("Bob");
        assertThat(first.things()).isEqualTo("Summer");
        assertThat(first.expiresAt()).isEqualTo(SOON);
        assertThat(taken).extracting(Notice::wanted).containsExactly(true, false, false);
    }

    @Test
    void tellsOnceOfEachEnd() {
        ShareLink soon = linked(aShareLink().labelled("Soon").expiringAt(SOON));
        linked(aShareLink().expiringAt(AHEAD.plusSeconds(1)));
        linked(aShareLink().expiringAt(NOON));
        linked(aShareLink().expiringAt(SOON).turnedOff());
        linked(aShareLink());

        assertThat(write(() -> notices.addExpiring(NOON, AHEAD))).isEqualTo(1);
        assertThat(write(() -> notices.addExpiring(NOON, AHEAD))).isZero();
        Notice notice = taken(NOON).getFirst();
        assertThat(notice.kind()).isEqualTo(NoticeKind.EXPIRING);
        assertThat(notice.things()).isEqualTo("Soon");
        assertThat(notice.to()).contains("@");
        writing(() -> notices.done(notice.id()));

        writing(() -> catalogue.shareLinks().save(soon.changed(changes().times(Change.keep(), Change.to(SOON.plusSeconds(9))).build(), NOON)));
        assertThat(write(() -> notices.addExpiring(NOON, AHEAD))).isEqualTo(1);
    }

    @Test
    void knowsWhatOwnersDoNotWant() {
        linked(aShareLink().expiringAt(SOON));
        writing(() -> notices.addExpiring(NOON, AHEAD));
        writing(() -> {
            UserSettings before = catalogue.settingsByUser().lock(ada);
            catalogue.settingsByUser().save(before.silenced(Set.of(NoticeKind.EXPIRING)));
        });

        assertThat(taken(NOON)).extracting(Notice::wanted).containsExactly(false);
    }

    @Test
    void givesWhatWasTakenAgainAfterGrowingPauses() {
        linked(aShareLink().expiringAt(SOON));
        writing(() -> notices.addExpiring(NOON, AHEAD));
        Instant now = NOON;
        Duration pause = Notices.FIRST_PAUSE;
        for (int tries = 1; tries <= Notices.TRIES; tries++) {
            assertThat(taken(now)).extracting(Notice::tries).containsExactly(tries);
            assertThat(taken(now.plus(pause).minusSeconds(1))).isEmpty();
            now = now.plus(pause);
            pause = pause.multipliedBy(4);
        }
        assertThat(taken(now)).extracting(Notice::madeAt).containsExactly(NOON);
    }

    @Test
    void keepsAsideWhatWasGivenUpUntilItIsResumed() {
        linked(aShareLink().expiringAt(SOON));
        writing(() -> notices.addExpiring(NOON, AHEAD));
        Notice notice = taken(NOON).getFirst();

        writing(() -> notices.layAside(notice.id(), NOON));
        assertThat(taken(NOON.plus(Duration.ofDays(300)))).isEmpty();
        assertThat(write(() -> notices.forget(NOON.plus(Notices.KEPT)))).isZero();

        writing(() -> notices.resume(notice.id(), SOON));
        writing(() -> notices.resume(notice.id(), AHEAD));
        assertThat(taken(SOON.minusSeconds(1))).isEmpty();
        assertThat(taken(SOON)).extracting(Notice::id).containsExactly(notice.id());

        writing(() -> notices.layAside(notice.id(), NOON));
        assertThat(write(() -> notices.forget(NOON.plus(Notices.KEPT_ASIDE)))).isEqualTo(1);
        writing(() -> notices.resume(notice.id(), NOON));
        assertThat(taken(AHEAD)).isEmpty();
    }

    @Test
    void forgetsWhatNobodyHasSentForDays() {
        linked(aShareLink().expiringAt(SOON));
        writing(() -> notices.addExpiring(NOON, AHEAD));

        assertThat(write(() -> notices.forget(NOON.plus(Notices.KEPT).minusSeconds(1)))).isZero();
        assertThat(write(() -> notices.forget(NOON.plus(Notices.KEPT)))).isEqualTo(1);
        assertThat(taken(SOON)).isEmpty();
    }

    @Test
    void forgetsWhatIsDoneAndWhatWasOfAnEndedLink() {
        linked(aShareLink().expiringAt(SOON));
        ShareLink two = linked(aShareLink().expiringAt(SOON));
        writing(() -> notices.addExpiring(NOON, AHEAD));
        writing(() -> catalogue.shareLinks().delete(two.id()));

        assertThat(taken(NOON)).hasSize(1).first().satisfies(notice -> writing(() -> notices.done(notice.id())));
        assertThat(taken(AHEAD)).isEmpty();
    }

    /** All that are due, one after the other. */
    protected List<Notice> taken(Instant now) {
        return Stream.generate(() -> write(() -> notices.take(now))).takeWhile(Optional::isPresent).map(Optional::orElseThrow).toList();
    }

    protected ShareLink linked(ShareLinkBuilder builder) {
        ShareLink made = builder.ownedBy(ada).to(album).build();
        writing(() -> catalogue.shareLinks().add(made));
        return made;
    }

    protected Recipient invited(RecipientBuilder builder) {
        Recipient one = builder.build();
        writing(() -> catalogue.recipients().add(one));
        return one;
    }
}
