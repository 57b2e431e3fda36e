package dev.albumen.application.storage;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepBlobsTest extends UseCaseTest {

    private static final Duration GRACE = Duration.ofHours(24);
    private static final Sha256 NOBODYS = Sha256.of("nobody's");

    private final SweepBlobs sweep = new SweepBlobs(transactions, blobs, catalogue.blobClaims(), clock);

    @Test
    void removesWhatNoImageHasOnceItsGraceIsOver() {
        keepBlob(BlobKey.original(NOBODYS), "x");
        keepBlob(BlobKey.rendition(NOBODYS, "thumbnail-v1.jpg"), "x");
        keepBlob(BlobKey.rendition(NOBODYS, "stripped-v1.jpg"), "x");
        clock.pass(GRACE.minusSeconds(1));
        assertThat(sweep()).isZero();

        clock.pass(Duration.ofSeconds(1));
        assertThat(sweep()).isEqualTo(3);
        assertThat(keys()).isEmpty();
        assertThat(sweep()).isZero();
    }

    @Test
    void removesLogosThatNobodyHas() {
        Sha256 logo = Sha256.of("logo");
        transactions.writing(() -> catalogue.settingsByUser().save(catalogue.settingsByUser().lock(EVE.userId()).withLogo(logo)));
        Image picture = given(anImage());
        for (Sha256 content : List.of(logo, picture.sha256())) {
            keepBlob(BlobKey.logo(content), "x");
            keepBlob(BlobKey.original(content), "x");
        }
        clock.pass(GRACE);

        assertThat(sweep()).isEqualTo(2);
        assertThat(keys()).as("each for what it is").containsExactlyInAnyOrder(BlobKey.logo(logo), BlobKey.original(picture.sha256()));
    }

    @Test
    void keepsWhatAnyImageHasEvenInTheTrash() {
        Image shown = given(anImage());
        Image trashed = given(anImage().ownedBy(EVE).trashedAt(NOON));
        for (Image image : List.of(shown, trashed)) {
            keepBlob(BlobKey.original(image.sha256()), "x");
            keepBlob(BlobKey.rendition(image.sha256(), "thumbnail-v1.jpg"), "x");
        }
        clock.pass(GRACE.multipliedBy(9));

        assertThat(sweep()).isZero();
        assertThat(keys()).hasSize(4);
    }

    @Test
    void removesRenditionsOnceNoImageOfTheirContentIsShownWithThem() {
        Image adas = given(anImage().rendered("thumbnail-v1.jpg"));
        Image eves = given(anImage().ownedBy(EVE).containing(adas.sha256()).rendered("thumbnail-v0.jpg"));
        for (String name : List.of("thumbnail-v0.jpg", "preview-v0.jpg", "thumbnail-v0.avif", "thumbnail-v1.jpg",
                "thumbnail-v1.avif", "large-v1.webp", "thumbnail-v2.jpg", "stripped-v1.jpg",
                "thumbnail-v0-w0123456789ab.jpg", "thumbnail-v1-w0123456789ab.jpg")) {
            keepBlob(BlobKey.rendition(adas.sha256(), name), "x");
        }
        clock.pass(GRACE);

        assertThat(sweep()).isEqualTo(2);
        assertThat(keys()).extracting(BlobKey::fileName).contains("thumbnail-v0.jpg").doesNotContain("preview-v0.jpg", "thumbnail-v0.avif");

        transactions.writing(() -> catalogue.images().save(eves.rerendered((ImageStatus.Ready) adas.status())));
        assertThat(sweep()).as("clean and marked").isEqualTo(2);
        assertThat(keys()).extracting(BlobKey::fileName)
                .containsExactlyInAnyOrder("thumbnail-v1.jpg", "thumbnail-v1.avif", "large-v1.webp", "thumbnail-v2.jpg", "stripped-v1.jpg",
                "thumbnail-v1-w0123456789ab.jpg");
    }

    @Test
    void goesThroughMoreThanOneList() {
        Image kept = given(anImage());
        keepBlob(BlobKey.original(kept.sha256()), "x");
        try (StagingArea.StagedFile file = staged("x")) {
            IntStream.range(0, 1100).forEach(i -> blobs.put(BlobKey.original(Sha256.of("nobody's " + i)), file.path()));
        }
        clock.pass(GRACE);

        assertThat(sweep()).isEqualTo(1100);
        assertThat(keys()).containsExactly(BlobKey.original(kept.sha256()));
    }

    @Test
    void leavesABlobThatAnUploadClaimsBetweenLookingAndRemoving() {
        ImageBuilder upload = anImage();
        Image late = upload.build();
        keepBlob(BlobKey.original(late.sha256()), "x");
        clock.pass(GRACE);
        SweepBlobs overtaken = new SweepBlobs(transactions, blobs, claimsAfterFirstLook(() -> given(upload)), clock);

        assertThat(overtaken.handle(Viewer.WORKER, new SweepBlobs.Command(GRACE))).isZero();
        assertThat(blobs.stat(BlobKey.original(late.sha256()))).isPresent();
    }

    @Test
    void leavesABlobThatAnUploadHasJustPutAgain() {
        keepBlob(BlobKey.original(NOBODYS), "x");
        clock.pass(GRACE);
        SweepBlobs overtaken = new SweepBlobs(
                transactions, blobs, claimsAfterFirstLook(() -> keepBlob(BlobKey.original(NOBODYS), "x")), clock);

        assertThat(overtaken.handle(Viewer.WORKER, new SweepBlobs.Command(GRACE))).isZero();
        assertThat(keys()).hasSize(1);
    }

    @Test
    void leavesNoImageWithoutItsBytesHoweverTheyRace() throws Exception {
        Originals originals = new Originals(blobs, catalogue.blobClaims(), new InMemoryBlobSums());
        List<Image> entered = new CopyOnWriteArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                Image image = anImage().build();
                keepBlob(BlobKey.original(image.sha256()), "x");
                clock.pass(GRACE);
                threads.submit(() -> transactions.writing(() -> {
                    originals.claim(image.sha256());
                    catalogue.images().add(image);
                    entered.add(image);
                }));
                threads.submit(this::sweep);
            }
        }

        assertThat(entered).allSatisfy(image -> assertThat(blobs.stat(BlobKey.original(image.sha256()))).isPresent());
        assertThat(catalogue.images().all()).containsExactlyInAnyOrderElementsOf(entered);
    }

    @Test
    void isTheInstancesOwnWork() {
        assertForbidden(() -> sweep.handle(ROOT, new SweepBlobs.Command(GRACE)));
    }

    private int sweep() {
        return sweep.handle(Viewer.WORKER, new SweepBlobs.Command(GRACE));
    }

    /** Claims during which something happens right after they were first looked at. */
    private BlobClaims claimsAfterFirstLook(Runnable event) {
        AtomicReference<Runnable> once = new AtomicReference<>(event);
        BlobClaims claims = catalogue.blobClaims();
        return new BlobClaims() {
            @Override
            public Set<Sha256> claimed(Collection<Sha256> contents) {
                Set<Sha256> before = claims.claimed(contents);
                once.getAndSet(() -> {}).run();
                return before;
            }

            @Override
            public boolean shared(Sha256 content) {
                return claims.shared(content);
            }

            @Override
            public Set<Sha256> logos(Collection<Sha256> contents) {
                return claims.logos(contents);
            }

            @Override
            public Map<Sha256, Set<String>> renditions(Collection<Sha256> contents) {
                return claims.renditions(contents);
            }

            @Override
            public void lock(Sha256 content) {
                claims.lock(content);
            }
        };
    }
}
