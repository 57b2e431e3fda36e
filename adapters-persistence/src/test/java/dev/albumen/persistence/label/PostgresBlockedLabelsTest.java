package dev.albumen.persistence.label;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.albumen.application.label.BlockedLabelsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.tag.TagName;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresBlockedLabelsTest extends BlockedLabelsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final TagName SEA = new TagName("sea");
    private static final String WAITING = """
            SELECT count(*) AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database
            WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()
            """;

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Test
    void keepsWhoBlocksWaitingForWhoAskedWhatIsBlocked() {
        assertBlockingWaitsFor(() -> assertThat(catalogue.blockedLabels().among(ada, List.of(SEA))).isEmpty());
    }

    @Test
    void keepsWhoBlocksWaitingForWhoSuggests() {
        Image image = kept(anImage().ownedBy(ada).build());
        assertBlockingWaitsFor(() -> catalogue.imageLabels().record(image.id(), new Provider("offline", "1"),
                List.of(Finding.of("sea", null, new Confidence(900))), NOON));
        assertThat(read(() -> catalogue.imageLabels().of(image.id())).labels()).as("blocked once it was suggested").isEmpty();
    }

    @Test
    void tellsWhatIsBlockedOnlyWhereThatLasts() {
        assertThatIllegalStateException().isThrownBy(() -> catalogue.blockedLabels().among(ada, List.of(SEA)));
    }

    private void assertBlockingWaitsFor(Runnable act) {
        CompletableFuture<Boolean> blocking = new CompletableFuture<>();
        writing(() -> {
            act.run();
            blocking.completeAsync(() -> write(() -> catalogue.blockedLabels().add(Optional.of(ada), SEA, NOON)));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!isAnybodyWaiting() && !blocking.isDone() && System.nanoTime() < end) {
                LockSupport.parkNanos(5_000_000);
            }
            assertThat(blocking.isDone()).as("blocked meanwhile").isFalse();
            assertThat(isAnybodyWaiting()).isTrue();
        });
        assertThat(blocking.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
    }

    private static boolean isAnybodyWaiting() {
        return POSTGRES.bean(Sql.class).one(WAITING, row -> row.number("n")) > 0;
    }
}
