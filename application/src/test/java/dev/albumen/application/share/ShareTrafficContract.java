package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.share.ShareTraffic.Day;
import dev.albumen.application.share.ShareTraffic.Guest;
import dev.albumen.application.share.ShareTraffic.ImageDownloads;
import dev.albumen.application.share.ShareTraffic.Report;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareUsage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that keeps how links are used. All of it happens on one day, whichever that is. */
public abstract class ShareTrafficContract extends CatalogueContract {

    private static final Guest GRACE = new Guest("10.0.0.1", "Browser");
    private static final Guest LINUS = new Guest("10.0.0.1", "Another browser");

    private ShareTraffic traffic;
    private ShareLink link;
    private ShareLink other;
    private Image one;
    private Image two;

    @BeforeEach
    void makeLinks() {
        traffic = catalogue.shareTraffic();
        Album album = kept(anAlbum().ownedBy(ada).build());
        link = kept(aShareLink().ownedBy(ada).to(album).build());
        other = kept(aShareLink().ownedBy(ada).to(album).build());
        one = kept(anImage().ownedBy(ada).build());
        two = kept(anImage().ownedBy(ada).build());
    }

    @Test
    void tellsNothingWhereNothingWas() {
        assertThat(report(link)).isEqualTo(new Report(List.of(), List.of()));
        assertThat(report(aShareLink().build())).isEqualTo(new Report(List.of(), List.of()));
    }

    @Test
    void addsUpTheUsesOfADay() {
        traffic.viewed(link.id(), GRACE, false);
        traffic.viewed(link.id(), LINUS, true);
        traffic.viewed(other.id(), GRACE, false);
        traffic.write();
        traffic.viewed(link.id(), GRACE, false);
        traffic.downloaded(link.id(), two.id(), false);
        traffic.downloaded(link.id(), one.id(), true);
        traffic.downloaded(link.id(), two.id(), false);
        traffic.downloaded(link.id(), null, false);
        traffic.write();

        Report report = report(link);
        assertThat(report.days()).hasSize(1).first().extracting(Day::views, Day::visitors, Day::downloads).containsExactly(3L, 2L, 4L);
        assertThat(report.images()).containsExactly(new ImageDownloads(two.id(), 2), new ImageDownloads(one.id(), 1));
        assertThat(catalogue.shareCounts().of(link.id())).as("what was not counted before").isEqualTo(new ShareUsage(2, 3));
        assertThat(report(other).days()).first().extracting(Day::views, Day::visitors).containsExactly(1L, 1L);
    }

    @Test
    void namesTheImagesThatAreDownloadedMost() {
        traffic.downloaded(link.id(), one.id(), false);
        traffic.downloaded(link.id(), two.id(), false);
        traffic.downloaded(link.id(), two.id(), false);
        traffic.write();

        assertThat(traffic.report(link.id(), LocalDate.EPOCH, farAhead(), 1).images()).containsExactly(new ImageDownloads(two.id(), 2));
    }

    @Test
    void looksAtTheDaysThatAreAskedFor() {
        traffic.viewed(link.id(), GRACE, false);
        traffic.write();
        LocalDate day = report(link).days().getFirst().date();

        assertThat(traffic.report(link.id(), day, day, 9).days()).hasSize(1);
        assertThat(traffic.report(link.id(), day.plusDays(1), farAhead(), 9).days()).isEmpty();
        assertThat(traffic.report(link.id(), LocalDate.EPOCH, day.minusDays(1), 9).days()).isEmpty();
    }

    @Test
    void keepsTheNumberOfVisitorsItForgets() {
        traffic.viewed(link.id(), GRACE, false);
        traffic.viewed(link.id(), LINUS, false);
        traffic.write();
        Report before = report(link);

        traffic.forgetVisitors(farAhead());

        assertThat(report(link)).isEqualTo(before);
        assertThat(before.days().getFirst().visitors()).isEqualTo(2);
    }

    @Test
    void losesWhatBelongsToALinkThatIsGone() {
        traffic.viewed(link.id(), GRACE, false);
        traffic.downloaded(link.id(), one.id(), false);
        traffic.viewed(other.id(), GRACE, false);
        writing(() -> catalogue.shareLinks().delete(link.id()));
        traffic.write();

        assertThat(report(link)).isEqualTo(new Report(List.of(), List.of()));
        assertThat(report(other).days()).hasSize(1);
    }

    private Report report(ShareLink of) {
        return traffic.report(of.id(), LocalDate.EPOCH, farAhead(), 9);
    }

    private static LocalDate farAhead() {
        return LocalDate.parse("2999-01-01");
    }

    private ShareLink kept(ShareLink made) {
        writing(() -> catalogue.shareLinks().add(made));
        return made;
    }
}
