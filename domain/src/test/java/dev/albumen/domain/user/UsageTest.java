package dev.albumen.domain.user;

import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    @ParameterizedTest
    @CsvSource({
        "100, 79, 0, NORMAL", "100, 80, 0, HIGH", "100, 40, 40, HIGH", "100, 94, 0, HIGH", "100, 95, 0, CRITICAL",
        "100, 0, 95, CRITICAL", "100, 120, 0, CRITICAL", "1000, 799, 0, NORMAL", "1000, 949, 0, HIGH", "0, 0, 0, CRITICAL",
        "3, 2, 0, NORMAL", "3, 3, 0, CRITICAL", "9223372036854775807, 9000000000000000000, 0, CRITICAL"})
    void nearsItsQuotaWithWhatIsReserved(long quota, long used, long reserved, UsageLevel level) {
        assertThat(new Usage(quota, used, reserved).level()).isEqualTo(level);
    }

    @Test
    void nearsNothingWithoutAQuota() {
        assertThat(new Usage(null, Long.MAX_VALUE, 0).level()).isEqualTo(UsageLevel.NORMAL);
        assertThat(new Usage(null, Long.MAX_VALUE, 0).bytesLeft()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void tellsWhichLevelTheLastBytesReached() {
        assertThat(new Usage(100L, 80, 0).reachedBy(1)).contains(UsageLevel.HIGH);
        assertThat(new Usage(100L, 81, 0).reachedBy(1)).isEmpty();
        assertThat(new Usage(100L, 60, 40).reachedBy(60)).contains(UsageLevel.CRITICAL);
        assertThat(new Usage(100L, 79, 0).reachedBy(79)).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFitAndSaysWhatIsLeft() {
        assertThat(refusalOf(() -> new Usage(100L, 50, 40).requireRoom(11))).isEqualTo(new Refusal.QuotaExceeded(10));
        assertThat(refusalOf(() -> new Usage(100L, 500, 0).requireRoom(1))).isEqualTo(new Refusal.QuotaExceeded(0));
        new Usage(100L, 50, 40).requireRoom(10);
    }
}
