package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.RecipientBuilder.aRecipient;
import static dev.albumen.domain.share.ShareLinkBuilder.NOON;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.share.Recipients.Counted;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientBuilder;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that keeps the recipients of links. */
public abstract class RecipientsContract extends CatalogueContract {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);

    private Recipients recipients;
    private ShareLink link;
    private ShareLink other;

    @BeforeEach
    void makeLinks() {
        recipients = catalogue.recipients();
        Album album = kept(anAlbum().ownedBy(ada).build());
        link = linked(album);
        other = linked(album);
    }

    @Test
    void keepsEverythingAboutARecipient() {
        Recipient full = added(aRecipient().of(link).named("Bob").at("bob@example.org").expiringAt(NOON.plusSeconds(9)).viewing(3)
                .downloading(4).allowing(Download.PREVIEW).rights(false).watermarked(true));
        Recipient bare = added(aRecipient().of(link).turnedOff());

        assertThat(recipients.find(full.id())).contains(new Counted(full, ShareUsage.NONE, null));
        assertThat(recipients.find(bare.id())).contains(new Counted(bare, ShareUsage.NONE, null));
        assertThat(recipients.find(aRecipient().build().id())).isEmpty();
    }

    @Test
    void listsThoseOfALinkOldestFirst() {
        List<Recipient> some = IntStream.range(0, 5).mapToObj(i -> added(aRecipient().of(link))).toList();
        added(aRecipient().of(other));

        assertThat(paged(page -> recipients.list(link.id(), page))).extracting(Counted::recipient).containsExactlyElementsOf(some);
        assertThat(recipients.numbers(Set.of(link.id(), other.id(), aShareLink().build().id()))).isEqualTo(Map.of(link.id(), 5, other.id(), 1));
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        Recipient before = added(aRecipient().of(link));
        recipients.countView(before.id(), NOON);
        Recipient wanted = aRecipient().of(link).named("Changed").viewing(7).build();
        Recipient changed = new Recipient(before.id(), before.shareId(), before.tokenHash(), before.sealedToken(), wanted.terms(), false,
                before.createdAt(), NOON.plusSeconds(1), before.version());

        Recipient saved = write(() -> recipients.save(changed));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(recipients.find(before.id())).contains(new Counted(saved, new ShareUsage(1, 0), NOON));
        assertStale(() -> write(() -> recipients.save(changed)));
        assertStale(() -> write(() -> recipients.save(aRecipient().of(link).build())));
    }

    @Test
    void takesANameOnceForALink() {
        added(aRecipient().of(link).named("Bob"));
        Recipient cyd = added(aRecipient().of(link).named("Cyd"));
        added(aRecipient().of(other).named("Bob"));

        assertRefused("recipient-name-taken", () -> added(aRecipient().of(link).named("BOB")));
        Recipient renamed = new Recipient(cyd.id(), cyd.shareId(), cyd.tokenHash(), cyd.sealedToken(),
                aRecipient().named("bob").terms(), true, cyd.createdAt(), cyd.updatedAt(), cyd.version());
        assertRefused("recipient-name-taken", () -> write(() -> recipients.save(renamed)));
    }

    @Test
    void takesNoMoreThanALinkHas() {
        IntStream.range(0, Recipient.MOST).forEach(i -> added(aRecipient().of(link)));

        assertRefused("recipients-full", () -> added(aRecipient().of(link)));
        assertThatThrownBy(() -> added(aRecipient())).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotFound.class));
    }

    @Test
    void countsUpToTheirLimits() {
        Recipient bob = added(aRecipient().of(link).viewing(2).downloading(1));
        Recipient off = added(aRecipient().of(link).turnedOff());

        assertThat(List.of(view(bob), view(bob), view(bob))).containsExactly(true, true, false);
        assertThat(write(() -> recipients.countDownload(bob.id(), NOON.plusSeconds(5)))).isTrue();
        assertThat(write(() -> recipients.countDownload(bob.id(), NOON.plusSeconds(6)))).isFalse();
        assertThat(view(off)).isFalse();
        assertThat(view(aRecipient().build())).isFalse();
        assertThat(recipients.find(bob.id()).orElseThrow()).isEqualTo(new Counted(bob, new ShareUsage(2, 1), NOON.plusSeconds(5)));
    }

    @Test
    void tellsWhatWasCountedDayByDay() {
        Recipient bob = added(aRecipient().of(link).viewing(2));
        Instant lateNextDay = Instant.parse("2026-05-02T23:59:59Z");
        assertThat(recipients.days(bob.id(), TODAY, TODAY.plusDays(9))).isEmpty();

        assertThat(List.of(view(bob), view(bob), view(bob))).containsExactly(true, true, false);
        writing(() -> recipients.countDownload(bob.id(), lateNextDay));

        assertThat(recipients.days(bob.id(), TODAY, TODAY.plusDays(9))).containsExactly(
                new Recipients.Day(TODAY, 2, 0), new Recipients.Day(TODAY.plusDays(1), 0, 1));
        assertThat(recipients.days(bob.id(), TODAY.plusDays(1), TODAY.plusDays(1))).hasSize(1);
        assertThat(recipients.days(bob.id(), TODAY.plusDays(2), TODAY.plusDays(9))).isEmpty();
        writing(() -> recipients.delete(bob.id()));
        assertThat(recipients.days(bob.id(), TODAY, TODAY.plusDays(9))).isEmpty();
    }

    @Test
    void neverLetsACrowdIn() throws Exception {
        Recipient bob = added(aRecipient().of(link).viewing(7));
        try (ExecutorService all = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> views = IntStream.range(0, 50).<Callable<Boolean>>mapToObj(i -> () -> view(bob)).toList();
            int let = 0;
            for (var one : all.invokeAll(views)) {
                let += one.get() ? 1 : 0;
            }
            assertThat(let).isEqualTo(7);
        }
        assertThat(recipients.find(bob.id()).orElseThrow().used().views()).isEqualTo(7);
        assertThat(recipients.days(bob.id(), TODAY, TODAY)).containsExactly(new Recipients.Day(TODAY, 7, 0));
    }

    @Test
    void endsOneOrAllWithTheLink() {
        Recipient bob = added(aRecipient().of(link));
        Recipient cyd = added(aRecipient().of(link));
        writing(() -> recipients.delete(bob.id()));
        writing(() -> recipients.delete(bob.id()));
        assertThat(recipients.find(bob.id())).isEmpty();
        assertThat(recipients.find(cyd.id())).isPresent();

        writing(() -> catalogue.shareLinks().delete(link.id()));
        assertThat(recipients.find(cyd.id())).isEmpty();
    }

    private boolean view(Recipient one) {
        return write(() -> recipients.countView(one.id(), NOON));
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedException.class, refused ->
                assertThat(refused.refusal()).isInstanceOfSatisfying(Refusal.Conflict.class, found -> assertThat(found.code()).isEqualTo(code)));
    }

    private Recipient added(RecipientBuilder builder) {
        Recipient one = builder.build();
        writing(() -> recipients.add(one));
        return one;
    }

    private ShareLink linked(Album album) {
        ShareLink made = aShareLink().ownedBy(ada).to(album).build();
        writing(() -> catalogue.shareLinks().add(made));
        return made;
    }
}
