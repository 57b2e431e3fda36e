package dev.albumen.persistence.image;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.LikenessViewsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.Image;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLikenessViewsTest extends LikenessViewsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final int AT_ONCE = 6;

    private final Sql sql = POSTGRES.bean(Sql.class);

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Test
    void groupsWhatArrivesAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            long look = 0x1234_5678L * (round + 1) << 17;
            CyclicBarrier together = new CyclicBarrier(AT_ONCE);
            List<Callable<Image>> arrivals = IntStream.range(0, AT_ONCE).<Callable<Image>>mapToObj(i -> () -> {
                Image image = anImage().ownedBy(ada).looking(new DifferenceHash(look ^ 1L << i)).build();
                together.await();
                return kept(image);
            }).toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var arrival : threads.invokeAll(arrivals)) {
                    arrival.get();
                }
            }
        }

        assertThat(catalogue.likenessViews().duplicates(ada, PageRequest.first(50)).items())
                .hasSize(5).allSatisfy(group -> assertThat(group.imageCount()).isEqualTo(AT_ONCE));
    }

    @Test
    void readsImagesFromBeforeTheyWereCompared() {
        Image image = kept(anImage().ownedBy(ada).build());
        sql.change("UPDATE images SET palette = NULL, difference_hash = NULL WHERE id = ?", image.id().value());

        Image read = catalogue.images().find(image.id()).orElseThrow();

        assertThat(read.ready()).isTrue();
        assertThat(catalogue.likenessViews().duplicates(ada, PageRequest.first(50)).items()).isEmpty();
        assertThat(sql.list("SELECT image_id FROM likenesses", row -> row.uuid("image_id"))).isEmpty();
    }

    @Test
    void forgetsHashesThatNoImageHasAnyMore() {
        Image stays = kept(anImage().ownedBy(ada).looking(new DifferenceHash(1)).build());
        Image goes = kept(anImage().ownedBy(ada).looking(new DifferenceHash(2)).build());
        writing(() -> catalogue.images().save(goes.trashed(goes.createdAt())));

        sql.find(Likenesses.FORGET_LONE_HASHES, row -> row);

        assertThat(sql.list("SELECT hash FROM difference_hashes", row -> row.number("hash"))).containsExactly(1L);
        assertThat(catalogue.images().find(stays.id())).isPresent();
    }
}
