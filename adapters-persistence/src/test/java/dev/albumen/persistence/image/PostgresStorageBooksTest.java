package dev.albumen.persistence.image;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.StorageBooks;
import dev.albumen.application.image.StorageBooksContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.ReservationId;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStorageBooksTest extends StorageBooksContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Override
    protected StorageBooks books() {
        return POSTGRES.bean(StorageBooks.class);
    }

    @Override
    protected StorageQuota quota() {
        return POSTGRES.bean(StorageQuota.class);
    }

    @Override
    protected void miscount(UserId user, long usedBytes, long reservedBytes) {
        POSTGRES.bean(Sql.class).change(
                "UPDATE users SET used_bytes = used_bytes + ?, reserved_bytes = reserved_bytes + ? WHERE id = ?",
                usedBytes, reservedBytes, user.value());
    }

    @Test
    void findNothingWrongWhileImagesComeAndGo() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> changes = IntStream.range(0, 60).<Future<?>>mapToObj(i -> many.submit(() -> comeAndGo(i))).toList();
            do {
                assertThat(read(books()::wrong)).isEmpty();
                assertThat(write(() -> books().correct(ada))).isEmpty();
            } while (!changes.stream().allMatch(Future::isDone));
            for (Future<?> change : changes) {
                change.get();
            }
        }
        assertThat(read(books()::wrong)).isEmpty();
    }

    /** As uploads and purges do it, in their order. */
    private void comeAndGo(int i) {
        var reservation = new ReservationId(new UUID(8, i));
        var image = anImage().ownedBy(ada).sized(10).build();
        writing(() -> quota().reserve(ada, reservation, 15));
        writing(() -> {
            quota().settle(reservation, 10);
            catalogue.images().add(image);
        });
        writing(() -> {
            catalogue.images().save(catalogue.images().find(image.id()).orElseThrow().trashed(image.createdAt()));
        });
        writing(() -> {
            assertThat(catalogue.images().purge(image.id())).isTrue();
            quota().release(ada, 10);
        });
    }
}
