package dev.albumen.application.transfer;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndImportTest extends ImportsCase {

    private EndImport end;

    @BeforeEach
    void open() {
        end = new EndImport(transactions, imports, quota, blobs, audit, clock);
    }

    @Test
    void forgetsTheImportItsArchiveAndItsReservation() {
        ArchiveImport begun = begun("sea.jpg");

        end.handle(ADA, new EndImport.Command(begun.id()));

        assertThat(imports.find(begun.id())).isEmpty();
        assertThat(archives()).isEmpty();
        assertThat(quota.reserved(ADA.userId())).isZero();
        assertThat(trail.actions()).containsExactly("import.begin", "import.end");
        assertHidden(() -> end.handle(ADA, new EndImport.Command(begun.id())));
    }

    @Test
    void hidesOthersImports() {
        ArchiveImport begun = begun("sea.jpg");

        assertHidden(() -> end.handle(BOB, new EndImport.Command(begun.id())));
        assertHidden(() -> end.handle(ROOT, new EndImport.Command(begun.id())));
        assertHidden(() -> end.handle(BOB, new EndImport.Command(new UUID(9, 9))));
        assertThat(archives()).hasSize(1);
        assertThat(quota.reserved(ADA.userId())).isPositive();
    }
}
