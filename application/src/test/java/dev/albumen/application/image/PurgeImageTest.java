package dev.albumen.application.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PurgeImageTest extends UseCaseTest {

    private final PurgeImage purge =
            new PurgeImage(transactions, catalogue.images(), catalogue.imageViews(), quota, audit, clock);
    private final EmptyTrash empty = new EmptyTrash(transactions, catalogue.images(), quota, audit, clock);
    private final PurgeExpiredTrash expire = new PurgeExpiredTrash(transactions, catalogue.images(), quota, audit, clock);

    @Nested
    class One {

        @Test
        void goesForGoodAndGivesItsBytesBack() {
            Image image = given(anImage().sized(70).trashedAt(NOON));
            given(anImage().sized(30));

            purge.handle(ADA, new PurgeImage.Command(image.id()));

            assertThat(current(image)).isEmpty();
            assertThat(used(ADA)).isEqualTo(30);
            assertThat(trail.actions()).containsExactly("image.purge");
            assertHidden(() -> purge.handle(ADA, new PurgeImage.Command(image.id())));
        }

        @Test
        void goesOnlyFromTheTrash() {
            Image image = given(anImage());

            assertRefused("image-not-in-trash", () -> purge.handle(ADA, new PurgeImage.Command(image.id())));
        }

        @Test
        void isHiddenFromStrangers() {
            Image image = given(anImage().trashedAt(NOON));
            place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);

            assertHidden(() -> purge.handle(EVE, new PurgeImage.Command(image.id())));
        }

        @Test
        void givesItsBytesBackOnceHoweverManyPurge() throws Exception {
            given(anImage().sized(30));
            Image image = given(anImage().sized(70).trashedAt(NOON));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    threads.submit(() -> empty.handle(ADA, new EmptyTrash.Command()));
                    threads.submit(() -> purge.handle(ADA, new PurgeImage.Command(image.id())));
                }
            }

            assertThat(used(ADA)).isEqualTo(30);
            assertThat(trail.actions()).containsExactly("image.purge");
        }
    }

    @Nested
    class EmptyingTheTrash {

        @Test
        void removesAllOfTheViewersAndNothingElse() {
            for (int i = 0; i < 230; i++) {
                given(anImage().sized(1).trashedAt(NOON));
            }
            Image shown = given(anImage().sized(5));
            Image eves = given(anImage().ownedBy(EVE).sized(7).trashedAt(NOON));

            assertThat(empty.handle(ADA, new EmptyTrash.Command())).isEqualTo(230);

            assertThat(catalogue.images().all()).containsExactly(shown, eves);
            assertThat(used(ADA)).isEqualTo(5);
            assertThat(used(EVE)).isEqualTo(7);
            assertThat(trail.actions()).hasSize(230).containsOnly("image.purge");
            assertThat(empty.handle(ADA, new EmptyTrash.Command())).isZero();
        }

        @Test
        void isForMembers() {
            assertThat(refusedWithoutTrace(() -> empty.handle(Viewer.ANONYMOUS, new EmptyTrash.Command())))
                    .isInstanceOf(Refusal.Unauthenticated.class);
        }
    }

    @Nested
    class Expiring {

        @Test
        void removesWhatWasInTheTrashForThirtyDays() {
            Instant monthAgo = clock.instant().minus(PurgeExpiredTrash.KEPT);
            Image due = given(anImage().sized(2).trashedAt(monthAgo.minusSeconds(1)));
            Image kept = given(anImage().sized(3).trashedAt(monthAgo));
            given(anImage().ownedBy(EVE).sized(4).trashedAt(monthAgo.minusSeconds(9)));

            assertThat(expire.handle(Viewer.WORKER, new PurgeExpiredTrash.Command())).isEqualTo(2);

            assertThat(current(due)).isEmpty();
            assertThat(catalogue.images().all()).containsExactly(kept);
            assertThat(used(ADA)).isEqualTo(3);
            assertThat(used(EVE)).isZero();
            assertThat(trail.actions()).containsExactly("image.expire", "image.expire");
            assertThat(expire.handle(Viewer.WORKER, new PurgeExpiredTrash.Command())).isZero();
        }

        @Test
        void isTheInstancesOwnWork() {
            assertForbidden(() -> expire.handle(ROOT, new PurgeExpiredTrash.Command()));
        }
    }
}
