package dev.albumen.rest.share.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.MovableClock;
import dev.albumen.rest.share.page.WrittenPages.Written;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenPagesTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final WrittenPages pages = new WrittenPages(clock);
    private int written;

    @Test
    void areWrittenOnceForWhatStaysTheSame() {
        Written first = page("/s/a", List.of("one"));

        assertThat(page("/s/a", List.of("one"))).isSameAs(first);
        assertThat(written).isOne();
    }

    @Test
    void areWrittenAnewForAnythingElse() {
        Written first = page("/s/a", List.of("one"));

        assertThat(page("/s/a", List.of("two")).plain().tag()).isNotEqualTo(first.plain().tag());
        page("/s/b", List.of("two"));
        clock.pass(Duration.ofHours(1));
        page("/s/b", List.of("two"));
        assertThat(written).isEqualTo(4);
    }

    @Test
    void areForgottenWhereThereIsTooMuchOfThem() {
        for (int i = 0; i < 20; i++) {
            pages.of("/s/" + i, i, () -> new byte[1 << 20]);
        }
        page("/s/a", List.of("one"));
        page("/s/a", List.of("one"));
        assertThat(written).isOne();
        pages.of("/s/0", 0, () -> ("again" + written++).getBytes(StandardCharsets.UTF_8));
        assertThat(written).isEqualTo(2);
    }

    private Written page(String address, Object shown) {
        return pages.of(address, shown, () -> (shown + " for the time " + ++written).getBytes(StandardCharsets.UTF_8));
    }
}
