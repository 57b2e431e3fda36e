package dev.albumen.application.image;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Viewer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconcileStorageTest extends UseCaseTest {

    private final ReconcileStorage reconcile = new ReconcileStorage(
            transactions, new InMemoryStorageBooks(catalogue.users(), catalogue.images(), quota), audit, clock);

    @Test
    void findsNothingToDo() {
        given(anImage().sized(70));

        assertThat(reconcile.handle(Viewer.WORKER)).isZero();
        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void setsWrongCountsRightAndSaysSo() {
        given(anImage().sized(70));
        quota.miscount(ADA.userId(), 5, 2);

        assertThat(reconcile.handle(Viewer.WORKER)).isOne();

        assertThat(used(ADA)).isEqualTo(70);
        assertThat(trail.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("user.quota-corrected");
            assertThat(entry.level()).isEqualTo(AuditEntry.Level.WARNING);
            assertThat(entry.resourceId()).isEqualTo(ADA.userId().toString());
            assertThat(entry.metadata()).isEqualTo(Map.of(
                    "usedBytesCounted", "75", "usedBytes", "70", "reservedBytesCounted", "2", "reservedBytes", "0"));
        });
        assertThat(reconcile.handle(Viewer.WORKER)).isZero();
        assertThat(used(BOB)).isZero();
    }

    @Test
    void isNobodysButTheInstancesOwn() {
        assertForbidden(() -> reconcile.handle(ROOT));
    }
}
