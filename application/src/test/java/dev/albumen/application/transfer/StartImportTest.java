package dev.albumen.application.transfer;

import static dev.albumen.domain.shared.People.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Refusals;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartImportTest extends ImportsCase {

    @Test
    void keepsTheArchiveReservesRoomForItsPicturesAndHasThemBroughtIn() {
        ArchiveImport begun = begun("sea.jpg", "hill.png", "notes.txt");

        assertThat(begun.tally()).isEqualTo(new ArchiveImport.Tally(2, 0, 0, 0, 0));
        assertThat(imports.find(begun.id())).contains(begun);
        assertThat(archives()).containsExactly(BlobKey.imported(begun.id()));
        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 0, "sea.jpghill.png".length()));
        assertThat(queue.waiting()).containsExactly(new Job.ImportArchive(begun.id()));
        assertThat(trail.actions()).containsExactly("import.begin");
        assertNothingStaged();
    }

    @Test
    void leavesNoTraceOfAnArchiveForWhichThereIsNoRoom() {
        limit(ADA, 14);

        assertThat(refusedWithoutTrace(() -> begun("sea.jpg", "hill.png"))).isEqualTo(new Refusal.QuotaExceeded(14));

        assertThat(archives()).isEmpty();
        assertThat(imports.going(ADA.userId())).isZero();
    }

    @Test
    void refusesAFourthAtOnceAndTakesItWhenOneIsOver() {
        ArchiveImport first = begun("a.jpg");
        begun("b.jpg");
        begun("c.jpg");

        assertRefused("too-many-imports", () -> begun("d.jpg"));
        assertThat(archives()).hasSize(3);

        transactions.writing(() -> imports.save(first.ended(null, clock.instant()), List.of()));
        assertThat(begun("d.jpg").tally().found()).isOne();
    }

    @Test
    void isForMembersAlone() {
        assertThat(Refusals.refusalOf(() -> start.handle(Viewer.ANONYMOUS, new StartImport.Command(archive("a.jpg")))))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(archives()).isEmpty();
    }
}
