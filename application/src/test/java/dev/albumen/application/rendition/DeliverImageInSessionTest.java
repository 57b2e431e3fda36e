package dev.albumen.application.rendition;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliverImageInSessionTest extends UseCaseTest {

    private static final Wanted THUMBNAIL = Wanted.asJpeg(Wanted.What.THUMBNAIL);

    private final ImagePasses passes = new ImagePasses(secrets, clock);
    private final AtomicInteger wentOn = new AtomicInteger();
    private DeliverImageInSession deliver;
    private Image image;
    private Album album;

    @BeforeEach
    void makeImage() {
        deliver = new DeliverImageInSession(
                catalogue.imageViews(), passes, ServingBuilder.servings(blobs, staging, secrets, clock).build(), clock);
        image = given(anImage().named("home.jpg"));
        album = given(anAlbum());
        place(album, image);
    }

    @Test
    void opensTheImageForWhoeverHoldsTheAddress() {
        assertThat(signed(ADA, image).filename()).isEqualTo("home.jpg");
        assertThat(wentOn).as("where the caller said").hasValue(1);
    }

    @Test
    void endsWithItsSession() {
        catalogue.signOut(ADA.sessionId());

        assertHidden(() -> signed(ADA, image));
    }

    @Test
    void endsWithItsTime() {
        ImagePasses.Pass pass = pass(ADA, image);
        clock.pass(Duration.ofHours(2));

        assertHidden(() -> signed(ADA, image, pass));
    }

    @Test
    void isWorthNothingForAnotherImageOrSession() {
        Image other = given(anImage());
        ImagePasses.Pass pass = pass(ADA, image);

        assertHidden(() -> signed(ADA, other, pass));
        assertHidden(() -> signed(ROOT, image, pass));
    }

    @Test
    void showsNoMoreThanItsHolderMaySeeNow() {
        makeMember(album, BOB, AlbumRole.VIEWER);
        assertThat(signed(BOB, image)).isNotNull();

        transactions.writing(() -> catalogue.albumMembers().remove(album.id(), BOB.userId()));

        assertHidden(() -> signed(BOB, image));
    }

    @Test
    void waitsForNoMarkUnlessItIsToldTo() {
        Image marked = given(anImage().watermarked());
        place(album, marked);
        makeMember(album, BOB, AlbumRole.VIEWER);
        keepBlob(BlobKey.rendition(marked.sha256(), "thumbnail-v1.jpg"), "small");

        assertThatThrownBy(() -> signed(BOB, marked, pass(BOB, marked), false)).hasCauseInstanceOf(NotMadeYetException.class);
        assertThat(signed(BOB, marked, pass(BOB, marked), true).marked()).isTrue();
        assertThat(signed(BOB, marked, pass(BOB, marked), false).marked()).isTrue();
    }

    @Test
    void waitsForNoLargeOneUnlessItIsToldTo() {
        Image photo = given(anImage().measuring(4000, 3000).rendered("thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg"));
        keepBlob(BlobKey.original(photo.sha256()), "a picture");
        ImagePasses.Pass pass = pass(ADA, photo);
        Wanted large = Wanted.asJpeg(Wanted.What.LARGE);

        assertThatThrownBy(() -> signed(ADA, photo, large, pass, false)).hasCauseInstanceOf(NotMadeYetException.class);
        Serving made = signed(ADA, photo, large, pass, true);
        assertThat(made.key().fileName()).isEqualTo("large-v1.jpg");
        assertThat(signed(ADA, photo, large, pass, false)).isEqualTo(made);
    }

    /** A connection's state is its own thread's: a failure must not come up on the database's. */
    @Test
    void goesOnWhereTheCallerSaidWhenTheDatabaseFailsToo() {
        ImageViews failing = (ImageViews) Proxy.newProxyInstance(
                ImageViews.class.getClassLoader(), new Class<?>[] {ImageViews.class},
                (proxy, method, arguments) -> CompletableFuture.failedFuture(new DependencyException("no database")));
        deliver = new DeliverImageInSession(
                failing, passes, ServingBuilder.servings(blobs, staging, secrets, clock).build(), clock);

        assertThatThrownBy(() -> signed(ADA, image)).hasCauseInstanceOf(DependencyException.class);
        assertThat(wentOn).hasValue(1);
    }

    private ImagePasses.Pass pass(Viewer.Member issuer, Image wanted) {
        return passes.issue(issuer.sessionId().toString(), wanted.id());
    }

    private Serving signed(Viewer.Member issuer, Image wanted) {
        return signed(issuer, wanted, pass(issuer, wanted));
    }

    private Serving signed(Viewer.Member issuer, Image wanted, ImagePasses.Pass pass) {
        return signed(issuer, wanted, pass, false);
    }

    private Serving signed(Viewer.Member issuer, Image wanted, ImagePasses.Pass pass, boolean patient) {
        return signed(issuer, wanted, THUMBNAIL, pass, patient);
    }

    private Serving signed(Viewer.Member issuer, Image wanted, Wanted what, ImagePasses.Pass pass, boolean patient) {
        try {
            return deliver.handle(Viewer.ANONYMOUS, new DeliverImageInSession.Query(
                    wanted.id(), what, issuer.sessionId(), new DeliverImageInSession.Proof.Signature(pass), this::goOn, patient)).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RefusedException refused ? refused : e;
        }
    }

    private void goOn(Runnable rest) {
        wentOn.incrementAndGet();
        rest.run();
    }
}
