package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.job.InMemorySpareTime;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DerivedRenditionsTest extends UseCaseTest {

    private static final List<RenditionFormat> BROWSER = List.of(RenditionFormat.AVIF, RenditionFormat.WEBP, RenditionFormat.JPEG);
    private static final Wanted THUMBNAIL = new Wanted(Wanted.What.THUMBNAIL, BROWSER);
    private static final Wanted PREVIEW = new Wanted(Wanted.What.PREVIEW, BROWSER);

    private final FakeRenderer renderer = new FakeRenderer();
    private final InMemorySpareTime spareTime = new InMemorySpareTime();
    private Servings servings;
    private Image image;

    @BeforeEach
    void makeImage() {
        servings = servings(renderer);
        image = kept(anImage().named("sea.jpg").containing(Sha256.of("sea")), "a picture");
    }

    @Test
    void answersTheFirstWithTheNextBestFormatAndTheOthersWithTheirs() {
        assertThat(mediaType(THUMBNAIL)).isEqualTo(MediaType.WEBP);
        spareTime.runAll();

        Serving avif = serve(image, THUMBNAIL);

        assertThat(avif.mediaType()).isEqualTo(MediaType.AVIF);
        assertThat(avif.filename()).isEqualTo("sea.avif");
        assertThat(avif.key()).isEqualTo(BlobKey.rendition(image.sha256(), "thumbnail-v1.avif"));
        assertThat(keys()).contains(avif.key());
        assertNothingStaged();
    }

    @Test
    void makesItOnceHoweverManyAskAtOnce() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                threads.submit(() -> serve(image, THUMBNAIL));
            }
        }
        assertThat(spareTime.waiting()).isOne();
        spareTime.runAll();
        assertThat(renderer.derived()).isOne();
    }

    @Test
    void findsWhatAnotherNodeMade() {
        keepBlob(BlobKey.rendition(image.sha256(), "thumbnail-v1.avif"), "made elsewhere");

        serve(image, THUMBNAIL);
        spareTime.runAll();

        assertThat(mediaType(THUMBNAIL)).isEqualTo(MediaType.AVIF);
        assertThat(renderer.derived()).isZero();
    }

    @Test
    void takesAsLongForAnotherOwnersImageOfTheSameBytesAsForTheFirst() {
        servings = ServingBuilder.servings(blobs, staging, secrets, clock).deriving(renderer, spareTime)
                .claiming(catalogue.blobClaims()).build();
        Image bobs = given(anImage().ownedBy(BOB).containing(image.sha256()));
        serve(image, THUMBNAIL);
        spareTime.runAll();
        assertThat(mediaType(THUMBNAIL)).isEqualTo(MediaType.AVIF);

        assertThat(serve(bobs, THUMBNAIL).mediaType()).isEqualTo(MediaType.WEBP);
        assertThat(renderer.derived()).isOne();
        spareTime.runAll();

        assertThat(serve(bobs, THUMBNAIL).mediaType()).isEqualTo(MediaType.AVIF);
        assertThat(renderer.derived()).as("made for each").isEqualTo(2);
    }

    @Test
    void answersWebpWhereItCannotBeMadeAndTriesAgainAfterARest() {
        Image broken = kept(anImage().containing(Sha256.of("other")), "broken");

        for (int i = 0; i < 3; i++) {
            assertThat(serve(broken, THUMBNAIL).mediaType()).isEqualTo(MediaType.WEBP);
            spareTime.runAll();
        }
        assertThat(renderer.derived()).isOne();

        clock.pass(Duration.ofMinutes(11));
        serve(broken, THUMBNAIL);
        spareTime.runAll();
        assertThat(renderer.derived()).isEqualTo(2);
    }

    @Test
    void answersWebpWhereTheEngineWritesNoOther() {
        servings = servings(new FakeRenderer(Set.of(RenditionFormat.JPEG, RenditionFormat.WEBP)));

        for (int i = 0; i < 2; i++) {
            assertThat(mediaType(THUMBNAIL)).isEqualTo(MediaType.WEBP);
            spareTime.runAll();
        }
        assertThat(mediaType(PREVIEW)).isEqualTo(MediaType.WEBP);
        assertThat(spareTime.waiting()).as("known by now").isZero();
    }

    @Test
    void asksAgainWhereTooMuchWaited() {
        while (spareTime.offer(() -> { })) { }
        serve(image, THUMBNAIL);
        spareTime.runAll();
        assertThat(renderer.derived()).isZero();

        serve(image, THUMBNAIL);
        spareTime.runAll();
        assertThat(renderer.derived()).isOne();
    }

    @Test
    void isNotMadeForThoseWhoPreferAnother() {
        serve(image, Wanted.asJpeg(Wanted.What.THUMBNAIL));
        serve(image, new Wanted(Wanted.What.THUMBNAIL, List.of(RenditionFormat.WEBP, RenditionFormat.AVIF)));

        assertThat(spareTime.waiting()).isZero();
    }

    @Test
    void leavesPreviewsThatMayMoveAsTheyAre() {
        Image moving = kept(anImage().of(MediaType.GIF).containing(Sha256.of("other")), "a picture");

        serve(moving, PREVIEW);
        assertThat(spareTime.waiting()).isZero();
        serve(moving, THUMBNAIL);
        assertThat(spareTime.waiting()).isOne();
    }

    @Test
    void answersAPreviewAsJpegUntilABetterFormatIsMade() {
        Image photo = photo();
        Wanted webp = new Wanted(Wanted.What.PREVIEW, List.of(RenditionFormat.WEBP, RenditionFormat.JPEG));

        assertThat(serve(photo, webp).key().fileName()).isEqualTo("preview-v1.jpg");
        spareTime.runAll();

        assertThat(serve(photo, webp).key().fileName()).isEqualTo("preview-v1.webp");
        assertThat(renderer.lastSource()).as("the original").isEqualTo(MediaType.TIFF);
    }

    @Test
    void makesOneFormatForThoseWhoTakeSeveral() {
        Image photo = photo();
        for (int i = 0; i < 3; i++) {
            assertThat(serve(photo, PREVIEW).mediaType()).isEqualTo(MediaType.JPEG);
        }
        assertThat(spareTime.waiting()).isOne();
        spareTime.runAll();

        assertThat(serve(photo, PREVIEW).mediaType()).isEqualTo(MediaType.AVIF);
        assertThat(spareTime.waiting()).isZero();
    }

    @Test
    void makesTheNextBestFormatWhereTheEngineDoesNotWriteTheBest() {
        servings = servings(new FakeRenderer(Set.of(RenditionFormat.JPEG, RenditionFormat.WEBP)));
        Image photo = photo();
        for (int i = 0; i < 2; i++) {
            assertThat(serve(photo, PREVIEW).mediaType()).isEqualTo(MediaType.JPEG);
            spareTime.runAll();
        }

        assertThat(serve(photo, PREVIEW).mediaType()).isEqualTo(MediaType.WEBP);
    }

    @Test
    void leavesWhatIsMadeWithThePictureToItsRendering() {
        Image old = given(anImage().rendered("thumbnail-v0.jpg", "preview-v0.jpg"));

        assertThat(serve(old, Wanted.asJpeg(Wanted.What.PREVIEW)).key().fileName()).isEqualTo("preview-v0.jpg");
        spareTime.runAll();
        assertThat(renderer.derived()).isZero();
    }

    /** As pictures are now: with what is made at once. */
    private Image photo() {
        Image photo = given(anImage().of(MediaType.TIFF).rendered("thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg"));
        keepBlob(BlobKey.original(photo.sha256()), "a picture");
        return photo;
    }

    private Servings servings(Renderer with) {
        return ServingBuilder.servings(blobs, staging, secrets, clock).deriving(with, spareTime).build();
    }

    private Image kept(ImageBuilder builder, String preview) {
        Image kept = given(builder);
        keepBlob(BlobKey.rendition(kept.sha256(), Recipe.of(RenditionSize.PREVIEW, RenditionFormat.WEBP)), preview);
        return kept;
    }

    private MediaType mediaType(Wanted wanted) {
        return serve(image, wanted).mediaType();
    }

    private Serving serve(Image of, Wanted wanted) {
        ImageViews.Delivery delivery = catalogue.imageViews().delivery(of.ownerId().equals(BOB.userId()) ? BOB : ADA, of.id()).orElseThrow();
        return servings.of(delivery, wanted, Disclosure.EVERYTHING);
    }
}
