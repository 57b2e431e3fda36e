package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.SharePatchBuilder.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.share.ShareCounts.Download;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that counts the uses of links. */
public abstract class ShareCountsContract extends CatalogueContract {

    private static final int CROWD = 50;
    private static final Instant SINCE = NOON.minusSeconds(3600);

    private Album album;
    private ShareCounts counts;

    @BeforeEach
    void makeAlbum() {
        album = kept(anAlbum().ownedBy(ada).build());
        counts = catalogue.shareCounts();
    }

    @Test
    void beginsWithNothing() {
        assertThat(counts.of(kept(aShareLink()).id())).isEqualTo(ShareUsage.NONE);
        assertThat(counts.of(aShareLink().build().id())).isEqualTo(ShareUsage.NONE);
    }

    @Test
    void countsViewsUpToTheLimit() {
        ShareLink link = kept(aShareLink().viewed(2));
        ShareLink other = kept(aShareLink());

        assertThat(counts.countView(link.id())).isTrue();
        assertThat(counts.countView(link.id())).isTrue();
        assertThat(counts.countView(link.id())).isFalse();
        assertThat(counts.countView(other.id())).isTrue();
        assertThat(counts.of(link.id())).isEqualTo(new ShareUsage(2, 0));
        assertThat(counts.countView(aShareLink().build().id())).isFalse();
    }

    @Test
    void goesByTheLimitOfNow() {
        ShareLink link = kept(aShareLink().viewed(1));
        counts.countView(link.id());
        ShareLink raised = write(() -> catalogue.shareLinks().save(
                link.changed(changes().limits(Change.to(2), Change.keep()).build(), NOON)));

        assertThat(counts.of(link.id())).isEqualTo(new ShareUsage(1, 0));
        assertThat(counts.countView(link.id())).isTrue();
        writing(() -> catalogue.shareLinks().save(raised.changed(changes().limits(Change.to(1), Change.keep()).build(), NOON)));
        assertThat(counts.countView(link.id())).isFalse();
    }

    @Test
    void countsADownloadOnceForAWhile() {
        ShareLink link = kept(aShareLink().downloaded(2));

        assertThat(download(link, "visit", "image", NOON)).isEqualTo(Download.COUNTED);
        assertThat(download(link, "visit", "image", NOON.plusSeconds(3599))).isEqualTo(Download.KNOWN);
        assertThat(counts.hasDownloaded(link.id(), "visit", "image", NOON.minusSeconds(1))).isTrue();
        assertThat(counts.hasDownloaded(link.id(), "visit", "image", NOON)).isFalse();
        assertThat(download(link, "visit", "image", NOON.plusSeconds(3600))).isEqualTo(Download.COUNTED);
        assertThat(counts.of(link.id())).isEqualTo(new ShareUsage(0, 2));
    }

    @Test
    void countsOtherVisitorsAndThingsApart() {
        ShareLink link = kept(aShareLink().downloaded(3));
        download(link, "visit", "image", NOON);

        assertThat(download(link, "visit", "other image", NOON)).isEqualTo(Download.COUNTED);
        assertThat(download(link, "other visit", "image", NOON)).isEqualTo(Download.COUNTED);
        assertThat(download(link, "third visit", "image", NOON)).isEqualTo(Download.USED_UP);
        assertThat(download(link, "visit", "image", NOON)).as("what it has already").isEqualTo(Download.KNOWN);
        assertThat(counts.hasDownloaded(link.id(), "third visit", "image", SINCE)).isFalse();
        assertThat(download(aShareLink().build(), "visit", "image", NOON)).isEqualTo(Download.USED_UP);
    }

    @Test
    void forgetsWhatIsLongOver() {
        ShareLink link = kept(aShareLink().downloaded(9));
        download(link, "early", "image", NOON);
        download(link, "late", "image", NOON.plusSeconds(2));

        assertThat(counts.forgetDownloads(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(counts.hasDownloaded(link.id(), "early", "image", SINCE)).isFalse();
        assertThat(counts.hasDownloaded(link.id(), "late", "image", SINCE)).isTrue();
        assertThat(counts.of(link.id())).isEqualTo(new ShareUsage(0, 2));
    }

    @Test
    void endsWithTheLink() {
        ShareLink link = kept(aShareLink().viewed(5));
        counts.countView(link.id());
        writing(() -> catalogue.shareLinks().delete(link.id()));

        assertThat(counts.of(link.id())).isEqualTo(ShareUsage.NONE);
        assertThat(counts.countView(link.id())).isFalse();
    }

    @Test
    void neverLetsACrowdIn() throws Exception {
        ShareLink link = kept(aShareLink().viewed(7).downloaded(5));

        assertThat(crowd(visitor -> counts.countView(link.id()))).filteredOn(let -> let).hasSize(7);
        List<Download> downloads = crowd(visitor -> download(link, "visit " + visitor % 10, "image", NOON));
        assertThat(downloads).filteredOn(Download.COUNTED::equals).hasSize(5);
        assertThat(counts.of(link.id())).isEqualTo(new ShareUsage(7, 5));
    }

    private interface Act<T> {
        T by(int visitor);
    }

    private static <T> List<T> crowd(Act<T> act) throws InterruptedException, ExecutionException {
        try (ExecutorService all = Executors.newFixedThreadPool(16)) {
            List<Callable<T>> acts = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                int visitor = i;
                acts.add(() -> act.by(visitor));
            }
            Collections.shuffle(acts);
            List<T> done = new ArrayList<>();
            for (Future<T> one : all.invokeAll(acts)) {
                done.add(one.get());
            }
            return done;
        }
    }

    private Download download(ShareLink link, String visitor, String thing, Instant now) {
        try {
            return write(() -> {
                Download outcome = counts.countDownload(link.id(), visitor, thing, now, now.minusSeconds(3600));
                if (outcome == Download.USED_UP) {
                    throw ShareAccess.downloadsUsedUp();
                }
                return outcome;
            });
        } catch (RefusedException usedUp) {
            return Download.USED_UP;
        }
    }

    private ShareLink kept(ShareLinkBuilder builder) {
        ShareLink link = builder.ownedBy(ada).to(album).build();
        writing(() -> catalogue.shareLinks().add(link));
        return link;
    }
}
