package dev.albumen.application.rendition;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.job.InMemorySpareTime;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.SweepBlobs;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The size that is not made with the picture. */
class LargeRenditionsTest extends UseCaseTest {

    private static final List<RenditionFormat> BROWSER = List.of(RenditionFormat.AVIF, RenditionFormat.WEBP, RenditionFormat.JPEG);
    private static final Wanted LARGE = new Wanted(Wanted.What.LARGE, BROWSER);
    private static final Wanted LARGE_JPEG = Wanted.asJpeg(Wanted.What.LARGE);

    private final FakeRenderer renderer = new FakeRenderer();
    private final InMemorySpareTime spareTime = new InMemorySpareTime();
    private Servings servings;

    @BeforeEach
    void start() {
        servings = ServingBuilder.servings(blobs, staging, secrets, clock).deriving(renderer, spareTime).build();
    }

    @Test
    void isWaitedForAndMadeOfTheOriginal() {
        Image image = kept(photo().of(MediaType.TIFF), "a picture");

        Serving serving = serve(image, LARGE);

        assertThat(serving.key()).isEqualTo(BlobKey.rendition(image.sha256(), "large-v1.jpg"));
        assertThat(keys()).contains(serving.key());
        assertThat(renderer.lastSource()).isEqualTo(MediaType.TIFF);
        assertNothingStaged();
    }

    @Test
    void isMadeOnceHoweverManyAskAtOnce() throws Exception {
        Image image = kept(photo(), "a picture");
        List<Future<Serving>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                answers.add(threads.submit(() -> serve(image, LARGE_JPEG)));
            }
        }
        for (Future<Serving> answer : answers) {
            assertThat(answer.get().key().fileName()).isEqualTo("large-v1.jpg");
        }
        assertThat(renderer.derived()).isOne();
    }

    @Test
    void comesInABetterFormatToThoseWhoAskOnceItIsThere() {
        Image image = kept(photo(), "a picture");

        assertThat(serve(image, LARGE).mediaType()).isEqualTo(MediaType.JPEG);
        assertThat(spareTime.waiting()).as("before anybody has seen it").isZero();
        assertThat(serve(image, LARGE).mediaType()).isEqualTo(MediaType.JPEG);
        spareTime.runAll();

        assertThat(serve(image, LARGE).mediaType()).isEqualTo(MediaType.AVIF);
        assertThat(serve(image, LARGE_JPEG).mediaType()).isEqualTo(MediaType.JPEG);
    }

    @Test
    void isFoundAgainByAnotherNode() {
        Image image = kept(photo(), "a picture");
        keepBlob(BlobKey.rendition(image.sha256(), "large-v1.jpg"), "made elsewhere");

        assertThat(serve(image, LARGE).key().fileName()).isEqualTo("large-v1.jpg");
        assertThat(renderer.derived()).isZero();
    }

    @Test
    void isThePreviewOfASmallOriginal() {
        Image image = kept(photo().measuring(1440, 900), "a picture");

        assertThat(serve(image, LARGE_JPEG)).isEqualTo(serve(image, Wanted.asJpeg(Wanted.What.PREVIEW)));
        assertThat(serve(image, LARGE_JPEG).key().fileName()).isEqualTo("preview-v1.jpg");
        assertThat(renderer.derived()).isZero();
    }

    @Test
    void staysWhatItIsOfImagesThatWereMadeWithIt() {
        Image old = given(anImage().measuring(4000, 3000));
        Image oldAndSmall = given(anImage());

        for (Image image : List.of(old, oldAndSmall)) {
            assertThat(serve(image, LARGE_JPEG).key()).isEqualTo(BlobKey.rendition(image.sha256(), "large-v1.jpg"));
        }
        assertThat(renderer.derived()).isZero();
    }

    @Test
    void showsWhatAJpegDoesNot() {
        Image transparent = kept(photo().rendered("thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg", "preview-v1.webp"), "a picture");

        assertThat(serve(transparent, LARGE).key().fileName()).isEqualTo("large-v1.webp");
        assertThat(serve(transparent, LARGE_JPEG).key().fileName()).isEqualTo("large-v1.jpg");
    }

    @Test
    void comesAsWebpToThoseWhoTakeNoJpeg() {
        Image image = kept(photo(), "a picture");

        assertThat(serve(image, new Wanted(Wanted.What.LARGE, List.of(RenditionFormat.WEBP))).mediaType()).isEqualTo(MediaType.WEBP);
    }

    @Test
    void saysWhyItCannotBeMadeAndIsTriedAgainAfterARest() {
        Image broken = kept(photo(), "broken");

        for (int i = 0; i < 3; i++) {
            assertRefused("rendition-failed", () -> serve(broken, LARGE_JPEG));
        }
        assertThat(renderer.derived()).isOne();
        assertThat(serve(broken, Wanted.asJpeg(Wanted.What.PREVIEW)).key().fileName()).isEqualTo("preview-v1.jpg");

        clock.pass(Duration.ofMinutes(11));
        assertRefused("rendition-failed", () -> serve(broken, LARGE_JPEG));
        assertThat(renderer.derived()).isEqualTo(2);
    }

    @Test
    void isTriedAgainAtOnceWhereTheOriginalIsNotToBeHad() {
        Image image = given(photo());
        assertThatThrownBy(() -> serve(image, LARGE_JPEG)).isInstanceOf(DependencyException.class)
                .satisfies(outage -> assertThat(renderer.derived()).isZero());

        keepBlob(BlobKey.original(image.sha256()), "back again");
        assertThat(serve(image, LARGE_JPEG).mediaType()).isEqualTo(MediaType.JPEG);
    }

    @Test
    void leavesNothingOfAnImageThatIsPurgedMeanwhile() {
        Image image = kept(photo(), "a picture");
        SweepBlobs sweep = new SweepBlobs(transactions, blobs, catalogue.blobClaims(), clock);
        renderer.beforeNext(() -> {
            transactions.writing(() -> {
                catalogue.images().save(image.trashed(NOON));
                catalogue.images().purge(image.id());
            });
            clock.pass(Duration.ofDays(2));
            sweep.handle(Viewer.WORKER, new SweepBlobs.Command(Duration.ofDays(1)));
        });

        serve(image, LARGE_JPEG);

        clock.pass(Duration.ofDays(2));
        sweep.handle(Viewer.WORKER, new SweepBlobs.Command(Duration.ofDays(1)));
        assertThat(keys()).isEmpty();
        assertNothingStaged();
    }

    @Test
    void isMadeFirstWhereItIsShownWithAMark() {
        Image image = kept(photo().watermarked(), "a picture");
        var album = given(anAlbum());
        place(album, image);
        makeMember(album, BOB, AlbumRole.VIEWER);
        ImageViews.Delivery delivery = catalogue.imageViews().delivery(BOB, image.id()).orElseThrow();

        assertThatThrownBy(() -> servings.to(BOB, delivery, LARGE_JPEG, false)).isInstanceOf(NotMadeYetException.class);
        assertThat(renderer.derived()).as("who is in a hurry makes nothing").isZero();
        Serving marked = servings.to(BOB, delivery, LARGE_JPEG, true);
        assertThat(marked.key().fileName()).matches("large-v1-w[0-9a-f]{12}\\.jpg");
        assertThat(servings.to(BOB, delivery, LARGE_JPEG, false)).isEqualTo(marked);
        assertThat(renderer.derived()).isEqualTo(2);
    }

    /** As pictures are now: with what is made at once. */
    private static ImageBuilder photo() {
        return anImage().measuring(4000, 3000).rendered("thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg");
    }

    private Image kept(ImageBuilder builder, String bytes) {
        Image image = given(builder);
        keepBlob(BlobKey.original(image.sha256()), bytes);
        return image;
    }

    private Serving serve(Image of, Wanted wanted) {
        return servings.of(catalogue.imageViews().delivery(ADA, of.id()).orElseThrow(), wanted, Disclosure.EVERYTHING);
    }
}
