package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.ShareLinkBuilder.token;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitShareTest extends UseCaseTest {

    private static final ShareTraffic.Guest GRACE = new ShareTraffic.Guest("1.1.1.1", "Browser");

    private final ShareVisits visits = new ShareVisits(secrets, ids, clock);
    private final VisitShare visit = new VisitShare(catalogue.shareViews(), visits,
            new ViewCount(transactions, catalogue.shareCounts(), catalogue.recipients(), catalogue.shareTraffic(), clock), clock);
    private final OpenShare open = new OpenShare(catalogue.shareViews(), visits, clock);
    private final AnalyzeShare analyze = new AnalyzeShare(
            transactions, catalogue.shareLinks(), catalogue.shareCounts(), catalogue.shareTraffic(), clock);

    @Test
    void countsAVisitOnce() {
        ShareLink link = given(aShareLink().to(given(anAlbum())).viewed(2));

        VisitShare.Visited first = visit(link, null);
        assertThat(first.begun()).isTrue();
        for (int i = 0; i < 5; i++) {
            assertThat(visit(link, first.visit().token()).begun()).isFalse();
            assertThat(visit(link, first.visit().token()).visit()).isEqualTo(first.visit());
        }
        assertThat(open.handle(Viewer.ANONYMOUS, new OpenShare.Query(new Knock(token(link), first.visit().token()))).holder())
                .isEqualTo(first.open().holder());
        assertThat(visit(link, "nonsense").begun()).isTrue();
        assertRefused("share-used-up", () -> visit(link, null));
        assertThat(visit(link, first.visit().token()).begun()).as("who is within stays").isFalse();
        assertThat(catalogue.shareCounts().of(link.id())).isEqualTo(new ShareUsage(2, 0));
    }

    @Test
    void countsAnewOnceTheVisitIsOver() {
        ShareLink link = given(aShareLink().to(given(anAlbum())).viewed(1));
        String first = visit(link, null).visit().token();
        clock.pass(Duration.ofDays(1));

        assertRefused("share-used-up", () -> visit(link, first));
    }

    @Test
    void countsNobodyWhoIsNotLetIn() {
        ShareLink locked = given(aShareLink().to(given(anAlbum())).withPassword("x").viewed(1));
        ShareLink over = given(aShareLink().to(given(anAlbum())).expiringAt(clock.instant()).viewed(1));

        assertRefused("share-password-required", () -> visit(locked, null));
        assertRefused("share-expired", () -> visit(over, null));
        assertThat(catalogue.shareCounts().of(locked.id())).isEqualTo(ShareUsage.NONE);
        assertThat(catalogue.shareCounts().of(over.id())).isEqualTo(ShareUsage.NONE);
    }

    @Test
    void isToldToTheOwnerDayByDay() {
        ShareLink link = given(aShareLink().to(given(anAlbum())));
        visit(link, null);
        visit(link, null);
        catalogue.shareTraffic().write();

        AnalyzeShare.Analysis analysis = analyze.handle(ADA, new AnalyzeShare.Query(link.id(), 365));

        assertThat(analysis.used()).isEqualTo(new ShareUsage(2, 0));
        assertThat(analysis.report().days()).hasSize(1).first()
                .extracting(ShareTraffic.Day::views, ShareTraffic.Day::visitors).containsExactly(2L, 1L);
        assertThat(analysis.last()).isEqualTo(LocalDate.parse("2026-05-01"));
        assertThat(analysis.first()).isEqualTo(LocalDate.parse("2025-05-02"));
    }

    @Test
    void isToldToNobodyElse() {
        ShareLink link = given(aShareLink().to(given(anAlbum())));

        assertHidden(() -> analyze.handle(BOB, new AnalyzeShare.Query(link.id(), 1)));
        assertHidden(() -> analyze.handle(Viewer.ANONYMOUS, new AnalyzeShare.Query(link.id(), 1)));
        assertRefused("out-of-range", () -> new AnalyzeShare.Query(link.id(), 0));
        assertRefused("out-of-range", () -> new AnalyzeShare.Query(link.id(), 366));
    }

    private VisitShare.Visited visit(ShareLink link, @Nullable String held) {
        return visit.handle(Viewer.ANONYMOUS, new VisitShare.Query(new Knock(token(link), held), GRACE));
    }
}
