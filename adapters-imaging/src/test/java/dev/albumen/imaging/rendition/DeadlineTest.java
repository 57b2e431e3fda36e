package dev.albumen.imaging.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void anEarlierOneCountsFromTheSameBeginning() {
        Deadline begunLongAgo = new Deadline(Duration.ofMinutes(3), System.nanoTime() + Duration.ofMinutes(2).toNanos());
        assertThat(begunLongAgo.earlier(Duration.ofSeconds(30)).passed()).isTrue();
        assertThat(begunLongAgo.earlier(Duration.ofSeconds(90)).passed()).isFalse();
        assertThat(begunLongAgo.earlier(Duration.ofSeconds(90)).left()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void noneIsLaterThanTheWhole() {
        Deadline whole = Deadline.in(Duration.ofMinutes(1));
        assertThat(whole.earlier(Duration.ofMinutes(2))).isEqualTo(whole);
    }
}
