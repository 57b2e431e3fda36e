package dev.albumen.application.notice;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.RecipientBuilder.aRecipient;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.share.OwnedShares;
import dev.albumen.application.shared.InMemoryThrottle;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.notice.Mail;
import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientBuilder;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendNoticesTest extends UseCaseTest {

    private static final String ORIGIN = "https://photos.example.org";

    private final RecordedMails mails = new RecordedMails();
    private final OwnedShares shares = new OwnedShares(
            catalogue.shareCounts(), catalogue.selectionConfigs(), catalogue.recipients(), secrets, clock);
    private ShareLink link;

    @BeforeEach
    void makeLink() {
        link = given(aShareLink().to(given(anAlbum())).labelled("Summer\u2028sea").expiringAt(clock.instant().plus(Duration.ofHours(20))));
    }

    private int send() {
        return new SendNotices(transactions, catalogue.notices(), mails, new NoticeTexts(shares, new NoticeSettings(ORIGIN)), jobs, clock)
                .handle(Viewer.WORKER);
    }

    private void mail(Viewer viewer, Recipient recipient) {
        new MailRecipient(transactions, catalogue.shareLinks(), catalogue.recipients(), catalogue.notices(), mails,
                new InMemoryThrottle(clock), audit, clock)
                .handle(viewer, new MailRecipient.Command(link.id(), recipient.id()));
    }

    private void told(NoticeKind kind, @Nullable String who) {
        transactions.writing(() -> catalogue.notices().tell(link.id(), kind, who, clock.instant()));
    }

    private Recipient recipient(RecipientBuilder builder) {
        Recipient made = builder.of(link).build();
        Recipient sealed = new Recipient(made.id(), made.shareId(), Sha256.of("the-token"), new ShareLink.SealedToken(
                secrets.encrypt("share-token", "the-token".getBytes(UTF_8))), made.terms(), made.active(), made.createdAt(), made.updatedAt(), 1);
        transactions.writing(() -> catalogue.recipients().add(sealed));
        return sealed;
    }

    @Test
    void tellsOwnersOnce() {
        told(NoticeKind.OPENED, null);
        told(NoticeKind.SUBMITTED, "Bob");
        told(NoticeKind.CONTRIBUTED, null);
        assertThat(new AnnounceExpiringLinks(transactions, catalogue.notices(), clock).handle(Viewer.WORKER)).isEqualTo(1);

        assertThat(send()).isEqualTo(4);
        assertThat(send()).isZero();
        assertThat(mails.all()).hasSize(4).allSatisfy(mail -> {
            assertThat(mail.subject()).doesNotContain("\u2028", "\n");
            assertThat(mail.text()).contains(ORIGIN, "Summer").doesNotContain("/s/", "token");
            assertThat(mail.html()).contains("<a href=\"" + ORIGIN + "\">", "Summer").doesNotContain("/s/", "token");
        });
        assertThat(mails.all().stream().map(Mail::id).distinct()).hasSize(4);
        assertThat(mails.all().get(1).text()).contains("“Bob” has submitted");
        assertThat(mails.all().get(3).text()).contains("ends on", "UTC");
    }

    @Test
    void takesWhatGuestsCallThemselvesForNothingButText() {
        told(NoticeKind.SUBMITTED, "<a href=\"https://evil.example\">Bob</a>\r\nBcc: eve@example.org & 'co'");

        assertThat(send()).isEqualTo(1);
        assertThat(mails.all().getFirst().html()).containsOnlyOnce("<a ").contains("&lt;a href=&quot;https://evil.example&quot;&gt;", "&amp; &#39;co&#39;");
        assertThat(mails.all().getFirst().subject()).doesNotContain("Bcc", "\n");
    }

    @Test
    void triesAgainLaterWhereTheServerDoesNotAnswer() {
        told(NoticeKind.OPENED, null);
        told(NoticeKind.SUBMITTED, null);
        mails.fail(1);

        assertThat(send()).as("the second is not even tried").isZero();
        assertThat(send()).isEqualTo(1);
        assertThat(send()).as("too early").isZero();
        clock.pass(Notices.FIRST_PAUSE);
        mails.fail(1);
        assertThat(send()).isZero();
        clock.pass(Notices.FIRST_PAUSE.multipliedBy(4));
        assertThat(send()).isEqualTo(1);
        assertThat(queue.dead()).isEmpty();
    }

    @Test
    void goesOnWithOthersWhereOneIsRefused() {
        told(NoticeKind.OPENED, null);
        told(NoticeKind.SUBMITTED, null);
        mails.refuse(1, false);

        assertThat(send()).isEqualTo(1);
        assertThat(queue.dead()).isEmpty();
        clock.pass(Notices.FIRST_PAUSE);
        assertThat(send()).isEqualTo(1);
    }

    @Test
    void laysWhatIsRefusedForGoodAmongTheDead() {
        told(NoticeKind.OPENED, null);
        mails.refuse(1, true);

        assertThat(send()).isZero();
        clock.pass(Duration.ofDays(2));
        assertThat(send()).isZero();
        assertThat(queue.dead()).hasSize(1).containsValue("refused");

        resumeDead();
        assertThat(send()).isEqualTo(1);
    }

    @Test
    void givesUpWhatHasFailedForTooLong() {
        told(NoticeKind.OPENED, null);
        mails.fail(Notices.TRIES);
        for (int i = 0; i < Notices.TRIES; i++) {
            assertThat(queue.dead()).isEmpty();
            send();
            clock.pass(Duration.ofDays(9));
        }
        assertThat(send()).isZero();
        assertThat(mails.all()).isEmpty();
        assertThat(queue.dead()).hasSize(1).containsValue("no server");
    }

    @Test
    void givesUpWhatTakesNodesDown() {
        told(NoticeKind.OPENED, null);
        for (int i = 0; i < Notices.TRIES; i++) {
            assertThat(transactions.write(() -> catalogue.notices().take(clock.instant()))).isPresent();
            clock.pass(Duration.ofDays(9));
        }

        assertThat(send()).isZero();
        assertThat(queue.dead()).hasSize(1);
    }

    private void resumeDead() {
        for (Job job : queue.reviveAll()) {
            new ResumeNotice(transactions, catalogue.notices(), clock)
                    .handle(Viewer.WORKER, new ResumeNotice.Command(((Job.SendMail) job).noticeId()));
        }
    }

    @Test
    void sendsNobodyWhatTheyDoNotWant() {
        transactions.writing(() -> {
            UserSettings before = catalogue.settingsByUser().lock(ADA.userId());
            catalogue.settingsByUser().save(before.silenced(Set.of(NoticeKind.OPENED)));
        });
        told(NoticeKind.OPENED, null);
        told(NoticeKind.SUBMITTED, null);

        assertThat(send()).isEqualTo(1);
        assertThat(mails.all()).extracting(Mail::subject).allMatch(subject -> subject.startsWith("Selection submitted"));
    }

    @Test
    void sendsRecipientsTheirOwnAddress() {
        Recipient bob = recipient(aRecipient().named("Bob").at("bob@example.org"));

        mail(ADA, bob);

        assertThat(send()).isEqualTo(1);
        assertThat(mails.all().getFirst().to()).isEqualTo("bob@example.org");
        assertThat(mails.all().getFirst().text()).contains("Hello Bob", ORIGIN + "/s/the-token");
        assertThat(trail.actions()).containsExactly("recipient.mail");
    }

    @Test
    void refusesWhatCannotBeSent() {
        Recipient bob = recipient(aRecipient().named("Bob").at("bob@example.org"));
        Recipient silent = new Recipient(bob.id(), bob.shareId(), bob.tokenHash(), bob.sealedToken(),
                aRecipient().named("Bob").terms(), true, bob.createdAt(), bob.updatedAt(), 1);
        assertHidden(() -> mail(BOB, bob));
        assertThat(refusedWithoutTrace(() -> mail(ROOT, bob))).isInstanceOf(Refusal.Forbidden.class);
        transactions.writing(() -> catalogue.recipients().save(silent));
        assertRefused("recipient-without-email", () -> mail(ADA, bob));
        mails.turnOff();
        assertRefused("mail-off", () -> mail(ADA, bob));
    }

    @Test
    void leavesEverythingToOtherNodesWhereThisOneSendsNothing() {
        told(NoticeKind.OPENED, null);
        mails.turnOff();
        assertThat(send()).isZero();
        assertThat(new ForgetNotices(transactions, catalogue.notices(), clock).handle(Viewer.WORKER)).isZero();

        assertThat(transactions.write(() -> catalogue.notices().take(clock.instant()))).get().extracting(Notice::tries).isEqualTo(1);
    }

    @Test
    void forgetsWhatNobodySends() {
        told(NoticeKind.OPENED, null);
        clock.pass(Notices.KEPT);

        assertThat(new ForgetNotices(transactions, catalogue.notices(), clock).handle(Viewer.WORKER)).isEqualTo(1);
    }
}
