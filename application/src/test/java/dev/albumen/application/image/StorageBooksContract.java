package dev.albumen.application.image;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.StorageBooks.Bytes;
import dev.albumen.application.image.StorageBooks.Correction;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.ReservationId;
import dev.albumen.domain.user.Usage;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every comparison of counts and things does. */
public abstract class StorageBooksContract extends CatalogueContract {

    private StorageBooks books;
    private StorageQuota quota;

    /** Of the catalogue. */
    protected abstract StorageBooks books();

    /** Of the catalogue's users. */
    protected abstract StorageQuota quota();

    /** Makes a user's count wrong by so much. */
    protected abstract void miscount(UserId user, long usedBytes, long reservedBytes);

    @BeforeEach
    void openBooks() {
        books = books();
        quota = quota();
        writing(() -> {
            quota.charge(ada, 70);
            quota.reserve(ada, new ReservationId(new UUID(7, 1)), 20);
            quota.reserve(ada, new ReservationId(new UUID(7, 2)), 3);
        });
        kept(anImage().ownedBy(ada).sized(50).build());
        kept(anImage().ownedBy(ada).sized(20).trashedAt(NOON).build());
    }

    @Test
    void findNothingWrongWhereCountsEqualSums() {
        assertThat(read(books::wrong)).isEmpty();
        assertThat(write(() -> books.correct(ada))).isEmpty();
        assertThat(read(() -> quota.usage(ada))).contains(new Usage(null, 70, 23));
    }

    @Test
    void correctWhatIsUsed() {
        miscount(ada, 5, 0);

        assertThat(read(books::wrong)).containsExactly(ada);
        assertThat(write(() -> books.correct(ada))).contains(new Correction(new Bytes(75, 23), new Bytes(70, 23)));
        assertThat(read(() -> quota.usage(ada))).contains(new Usage(null, 70, 23));
        assertThat(read(books::wrong)).isEmpty();
    }

    @Test
    void correctWhatIsReserved() {
        miscount(ada, 0, -3);
        miscount(bob, 0, 8);

        assertThat(read(books::wrong)).containsExactlyInAnyOrder(ada, bob);
        assertThat(write(() -> books.correct(ada))).contains(new Correction(new Bytes(70, 20), new Bytes(70, 23)));
        assertThat(write(() -> books.correct(bob))).contains(new Correction(new Bytes(0, 8), new Bytes(0, 0)));
        assertThat(read(books::wrong)).isEmpty();
    }

    @Test
    void knowNobodyElse() {
        assertThat(write(() -> books.correct(new UserId(new UUID(9, 9))))).isEmpty();
    }
}
