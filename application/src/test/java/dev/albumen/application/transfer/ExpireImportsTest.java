package dev.albumen.application.transfer;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpireImportsTest extends ImportsCase {

    private ExpireImports expire;

    @BeforeEach
    void open() {
        expire = new ExpireImports(transactions, imports, quota, blobs, clock);
    }

    @Test
    void endsWhatWaitedTooLongAndLeavesTheRestAlone() {
        ArchiveImport late = begun("sea.jpg");
        clock.pass(Duration.ofHours(2));
        ArchiveImport young = begun("hill.jpg");
        clock.pass(ImportLimits.EXPIRY.minusHours(2));

        expire.handle(Viewer.WORKER);

        assertThat(imports.find(late.id()).orElseThrow().failure()).isEqualTo(ExpireImports.EXPIRED);
        assertThat(imports.find(young.id())).contains(young);
        assertThat(quota.reserved(ADA.userId())).isEqualTo("hill.jpg".length());
        assertThat(archives()).containsExactly(BlobKey.imported(young.id()));
    }

    @Test
    void forgetsWhatFinishedAMonthAgo() {
        ArchiveImport begun = begun("sea.jpg");
        transactions.writing(() -> imports.save(begun.ended(null, clock.instant()), List.of()));
        clock.pass(ImportLimits.TOLD.minusSeconds(1));
        expire.handle(Viewer.WORKER);
        assertThat(imports.find(begun.id())).isPresent();

        clock.pass(Duration.ofSeconds(1));
        expire.handle(Viewer.WORKER);

        assertThat(imports.find(begun.id())).isEmpty();
    }

    @Test
    void removesArchivesThatNoImportNeedsOnceTheyAreOld() {
        UUID lone = new UUID(8, 8);
        keepBlob(BlobKey.imported(lone), "of a beginning that was cut off");
        clock.pass(Duration.ofHours(1));
        expire.handle(Viewer.WORKER);
        assertThat(archives()).as("it may be about to begin").containsExactly(BlobKey.imported(lone));

        clock.pass(Duration.ofSeconds(1));
        expire.handle(Viewer.WORKER);

        assertThat(archives()).isEmpty();
    }

    @Test
    void isNobodysButTheInstancesOwn() {
        assertForbidden(() -> expire.handle(ROOT));
    }
}
