package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequentialIdsTest extends IdsContract {

    @Override
    protected Ids ids() {
        return new SequentialIds();
    }

    @Test
    void areTheSameOnEveryRun() {
        Ids ids = ids();
        assertThat(ids.next()).isEqualTo(SequentialIds.nth(1)).hasToString("019b76da-a801-7000-8000-000000000001");
        assertThat(ids.next()).isEqualTo(SequentialIds.nth(2));
    }
}
