package dev.albumen.application.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.integrity.StorageCheck.Phase;
import dev.albumen.application.integrity.StorageCheck.Tally;
import dev.albumen.application.integrity.StorageDefect.Kind;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of checks does. */
public abstract class StorageChecksContract {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Tally FOUND = new Tally(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    protected abstract StorageChecks checks();

    private static StorageCheck check(int number) {
        return StorageCheck.begin(new UUID(0, number), true, new UserId(new UUID(1, 1)), 12, NOON.plusSeconds(number));
    }

    private static StorageDefect defect(int number) {
        return new StorageDefect(new ImageId(new UUID(2, number)), Kind.values()[number % Kind.values().length]);
    }

    @Test
    void keepsOneAtATime() {
        assertThat(checks().latest()).isEmpty();
        assertThat(checks().begin(check(1))).isTrue();
        assertThat(checks().begin(check(2))).isFalse();
        assertThat(checks().latest()).contains(check(1));

        StorageCheck done = check(1).further(Phase.DONE, "", FOUND, NOON.plusSeconds(9));
        assertThat(checks().save(done, List.of())).isTrue();
        assertThat(checks().latest()).contains(done);
        assertThat(checks().begin(check(3))).isTrue();
        assertThat(checks().latest()).contains(check(3));
    }

    @Test
    void letsOneOfTwoTakeAStep() {
        checks().begin(check(1));
        StorageCheck one = check(1).further(Phase.ORIGINALS, "ab", FOUND, NOON.plusSeconds(2));
        StorageCheck other = check(1).further(Phase.BLOBS, "cd", Tally.NONE, NOON.plusSeconds(3));

        assertThat(checks().save(one, List.of(defect(1)))).isTrue();
        assertThat(checks().save(other, List.of(defect(2)))).isFalse();

        assertThat(checks().latest()).contains(one);
        assertThat(checks().defects(check(1).id(), PageRequest.first(9)).items()).containsExactly(defect(1));
    }

    @Test
    void listsWhatWasFoundInPages() {
        checks().begin(check(1));
        List<StorageDefect> all = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            all.add(defect(number));
        }
        checks().save(check(1).further(Phase.ORIGINALS, "ab", FOUND, NOON), all.reversed());

        Page<StorageDefect> first = checks().defects(check(1).id(), PageRequest.first(3));
        Page<StorageDefect> second = checks().defects(check(1).id(), new PageRequest(3, first.next()));

        assertThat(first.items()).isEqualTo(all.subList(0, 3));
        assertThat(second.items()).isEqualTo(all.subList(3, 5));
        assertThat(second.next()).isEmpty();
        assertThat(checks().defects(check(2).id(), PageRequest.first(3)).items()).isEmpty();
    }
}
