package dev.albumen.persistence.share;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.share.ShareCounts;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links whose last uses are reached for at the same moment, again and again. */
class LimitRacesTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final int ROUNDS = 500;
    private static final int CROWD = 4;
    private static final int LIMIT = 2;

    private final PostgresCatalogue catalogue = new PostgresCatalogue(POSTGRES);
    private final ShareCounts counts = catalogue.shareCounts();
    private Album album;

    @BeforeEach
    void makeAlbum() {
        UserId ada = catalogue.user("ada");
        album = anAlbum().ownedBy(ada).build();
        catalogue.transactions().writing(() -> catalogue.albums().add(album));
    }

    @Test
    void areViewedNoOftenerThanTheyMayBe() {
        for (int round = 0; round < ROUNDS; round++) {
            ShareLink link = kept(aShareLink().viewed(LIMIT));
            assertThat(atOnce(i -> counts.countView(link.id()))).filteredOn(counted -> counted).hasSize(LIMIT);
            assertThat(counts.of(link.id())).isEqualTo(new ShareUsage(LIMIT, 0));
        }
    }

    @Test
    void areDownloadedNoOftenerThanTheyMayBe() {
        for (int round = 0; round < ROUNDS; round++) {
            ShareLink link = kept(aShareLink().downloaded(LIMIT));
            assertThat(atOnce(visitor -> catalogue.transactions().write(() ->
                    counts.countDownload(link.id(), "visitor" + visitor, "image", NOON, NOON.minusSeconds(1)))))
                    .filteredOn(ShareCounts.Download.COUNTED::equals).hasSize(LIMIT);
            assertThat(counts.of(link.id())).isEqualTo(new ShareUsage(0, LIMIT));
        }
    }

    private ShareLink kept(ShareLinkBuilder builder) {
        ShareLink link = builder.ownedBy(album.ownerId()).to(album).build();
        catalogue.transactions().writing(() -> catalogue.shareLinks().add(link));
        return link;
    }

    private static <T> List<T> atOnce(IntFunction<T> act) {
        CyclicBarrier start = new CyclicBarrier(CROWD);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> outcomes = IntStream.range(0, CROWD).mapToObj(i -> threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                return act.apply(i);
            })).toList();
            return outcomes.stream().map(LimitRacesTest::outcome).toList();
        }
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
