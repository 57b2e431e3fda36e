package dev.albumen.application.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.shared.Sha256;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TurnsTest {

    private static final BlobKey ONE = BlobKey.original(Sha256.of("one"));
    private static final BlobKey TWO = BlobKey.original(Sha256.of("two"));

    private final Turns turns = new Turns(1, Duration.ofMillis(50));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void letNobodyWaitForEver() throws Exception {
        Thread busy = Thread.ofVirtual().start(() -> turns.once(ONE, this::waitUntilOpen));
        begun.await();

        assertThatThrownBy(() -> turns.once(ONE, this::fail)).as("for what is made").isInstanceOf(DependencyException.class);
        assertThatThrownBy(() -> turns.once(TWO, this::fail)).as("for a turn").isInstanceOf(DependencyException.class);

        open.countDown();
        busy.join();
        turns.once(TWO, () -> { });
    }

    @Test
    void goOnAfterAFailure() {
        assertThatThrownBy(() -> turns.once(ONE, this::fail)).isInstanceOf(IllegalStateException.class);

        CountDownLatch done = new CountDownLatch(1);
        turns.once(ONE, done::countDown);
        assertThat(done.getCount()).isZero();
    }

    private void waitUntilOpen() {
        begun.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fail() {
        throw new IllegalStateException("planted");
    }
}
