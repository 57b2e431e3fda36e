package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.IdsContract;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest extends IdsContract {

    @Override
    protected Ids ids() {
        return new TimeOrderedIds();
    }

    @Test
    void beginWithTheTimeOfTheirMaking() {
        long before = System.currentTimeMillis();
        long made = ids().next().getMostSignificantBits() >>> 16;
        assertThat(made).isBetween(before, System.currentTimeMillis());
    }
}
