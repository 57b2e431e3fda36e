package dev.albumen.application.transfer;

import static dev.albumen.domain.shared.People.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GiveUpImportTest extends ImportsCase {

    private GiveUpImport giveUp;

    @BeforeEach
    void open() {
        giveUp = new GiveUpImport(imports, quota, clock);
    }

    private void giveUp(UUID id) {
        transactions.writing(() -> giveUp.handle(Viewer.WORKER, new GiveUpImport.Command(id)));
    }

    @Test
    void saysThatNobodyGoesOnAndGivesTheReservationBack() {
        ArchiveImport begun = begun("sea.jpg");

        giveUp(begun.id());

        assertThat(imports.find(begun.id()).orElseThrow().failure()).isEqualTo("given-up");
        assertThat(imports.going(ADA.userId())).isZero();
        assertThat(quota.reserved(ADA.userId())).isZero();
    }

    @Test
    void leavesAloneWhatHasEndedOrIsGone() {
        ArchiveImport begun = begun("sea.jpg");
        transactions.writing(() -> imports.save(begun.ended(null, clock.instant()), List.of()));

        giveUp(begun.id());
        giveUp(new UUID(9, 9));

        assertThat(imports.find(begun.id()).orElseThrow().failure()).isNull();
    }

    @Test
    void isNobodysButTheInstancesOwn() {
        ArchiveImport begun = begun("sea.jpg");

        assertForbidden(() -> giveUp.handle(ADA, new GiveUpImport.Command(begun.id())));
    }
}
