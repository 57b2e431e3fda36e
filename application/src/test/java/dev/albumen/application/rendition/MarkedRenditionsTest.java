package dev.albumen.application.rendition;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarkedRenditionsTest extends UseCaseTest {

    private static final Wanted PREVIEW = new Wanted(
            Wanted.What.PREVIEW, List.of(RenditionFormat.AVIF, RenditionFormat.WEBP, RenditionFormat.JPEG));

    private final FakeRenderer renderer = new FakeRenderer();
    private InstanceMark mark = new InstanceMark(new MarkStyle("© Ada", MarkStyle.Position.CENTER, 0.5, false, null), null);
    private Album album;

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum());
        makeMember(album, BOB, AlbumRole.VIEWER);
    }

    @Test
    void areForEverybodyButTheOwner() {
        Image image = kept(anImage().watermarked());
        DeliverImage deliver = deliver();

        Serving owners = deliver(deliver, ADA, image, PREVIEW);
        Serving others = deliver(deliver, BOB, image, PREVIEW);

        assertThat(owners.key()).isEqualTo(BlobKey.rendition(image.sha256(), "preview-v1.webp"));
        assertThat(owners.marked()).isFalse();
        assertThat(others.key().fileName()).matches("preview-v1-w[0-9a-f]{12}\\.webp");
        assertThat(others.entityTag()).isNotEqualTo(owners.entityTag());
        assertThat(others.marked()).isTrue();
        assertThat(deliver(deliver, ROOT, image, PREVIEW)).as("an admin").isEqualTo(others);
        assertThat(keys()).contains(others.key());
        assertNothingStaged();
    }

    @Test
    void areOfTheImagesOfAlbumsThatAskForThem() {
        Image image = kept(anImage());
        DeliverImage deliver = deliver();
        assertThat(deliver(deliver, BOB, image, PREVIEW).marked()).isFalse();

        place(given(anAlbum().watermarked()), image);

        assertThat(deliver(deliver, BOB, image, PREVIEW).marked()).isTrue();
        assertThat(deliver(deliver, ADA, image, PREVIEW).marked()).isFalse();
    }

    @Test
    void keepTheOriginalFromEverybodyButTheOwner() {
        Image image = kept(anImage().watermarked());
        DeliverImage deliver = deliver();
        Wanted original = Wanted.asJpeg(Wanted.What.ORIGINAL);

        assertThat(deliver(deliver, ADA, image, original).key()).isEqualTo(BlobKey.original(image.sha256()));
        assertRefused("original-watermarked", () -> deliver(deliver, BOB, image, original));
        assertRefused("original-watermarked", () -> deliver(deliver, ROOT, image, original));
    }

    @Test
    void areMadeOnceHoweverManyAskAtOnce() {
        Image image = kept(anImage().watermarked());
        DeliverImage deliver = deliver();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                threads.submit(() -> deliver(deliver, BOB, image, PREVIEW));
            }
        }
        assertThat(renderer.derived()).isOne();
        deliver(deliver(), BOB, image, PREVIEW);
        assertThat(renderer.derived()).as("by another node").isOne();
    }

    @Test
    void areAnotherForAnotherMark() {
        Image image = kept(anImage().watermarked());
        Serving first = deliver(deliver(), BOB, image, PREVIEW);
        mark = new InstanceMark(new MarkStyle("© Ada", MarkStyle.Position.CENTER, 0.5, true, null), null);

        assertThat(deliver(deliver(), BOB, image, PREVIEW).key()).isNotEqualTo(first.key());
    }

    @Test
    void areNeverReplacedByTheCleanOne() {
        Image image = given(anImage().watermarked().containing(Sha256.of("broken")));
        place(album, image);
        keepBlob(BlobKey.rendition(image.sha256(), "preview-v1.webp"), "broken");

        assertThatThrownBy(() -> deliver(deliver(), BOB, image, PREVIEW)).isInstanceOf(DependencyException.class);
    }

    @Test
    void standStill() {
        Image image = kept(anImage().of(MediaType.GIF).watermarked());

        assertThat(deliver(deliver(), BOB, image, PREVIEW).mediaType()).isEqualTo(MediaType.JPEG);
    }

    @Test
    void bearTheOwnersMarkWhereTheOwnerHasOne() {
        Image image = kept(anImage().watermarked());
        Serving instances = deliver(deliver(), BOB, image, PREVIEW);
        draw("Mine");
        Serving own = deliver(deliver(), BOB, image, PREVIEW);
        change(settings -> settings.changed(Change.clear()));

        assertThat(own.key()).isNotEqualTo(instances.key());
        assertThat(deliver(deliver(), BOB, image, PREVIEW)).isEqualTo(instances);
    }

    @Test
    void areMadeWithTheLogoOfTheOwner() {
        Image image = kept(anImage().watermarked());
        Sha256 content = Sha256.of("a logo");
        keepBlob(BlobKey.logo(content), "a logo");
        change(settings -> settings.withLogo(content));
        Set<Serving> seen = new HashSet<>(Set.of(deliver(deliver(), BOB, image, PREVIEW)));
        assertThat(renderer.logos()).containsExactly("a logo");

        Sha256 another = Sha256.of("another logo");
        change(settings -> settings.withLogo(another));
        assertThatThrownBy(() -> deliver(deliver(), BOB, image, PREVIEW)).as("without its file")
                .isInstanceOf(DependencyException.class);
        keepBlob(BlobKey.logo(another), "another logo");
        assertThat(seen.add(deliver(deliver(), BOB, image, PREVIEW))).as("under another name").isTrue();
        assertThat(renderer.logos()).containsExactly("a logo", "another logo");
        assertNothingStaged();
    }

    @Test
    void doNotAddUpHoweverOftenTheMarkChanges() {
        Image image = kept(anImage().watermarked());
        DeliverImage deliver = deliver();
        Serving first = deliver(deliver, BOB, image, PREVIEW);
        for (int i = 1; i <= 40; i++) {
            clock.pass(Duration.ofSeconds(1));
            draw("mark " + i);
            Serving now = deliver(deliver, BOB, image, PREVIEW);
            assertThat(blobs.stat(now.key())).isPresent();
        }

        assertThat(keys()).extracting(BlobKey::fileName).filteredOn(name -> name.contains("-w")).hasSize(FormerMarks.KEPT);
        assertThat(keys()).contains(BlobKey.rendition(image.sha256(), "preview-v1.webp"));
        change(settings -> settings.changed(Change.clear()));
        assertThat(deliver(deliver, BOB, image, PREVIEW)).isEqualTo(first);
        assertThat(blobs.stat(first.key())).as("made again").isPresent();
    }

    @Test
    void areMadeAgainAfterAnotherNodeHasRemovedThem() {
        Image image = kept(anImage().watermarked());
        DeliverImage deliver = deliver();
        Serving serving = deliver(deliver, BOB, image, PREVIEW);
        blobs.delete(serving.key());

        clock.pass(Duration.ofMinutes(5));
        deliver(deliver, BOB, image, PREVIEW);

        assertThat(blobs.stat(serving.key())).isPresent();
    }

    @Test
    void areMadeWithTheLogoOfTheInstance() {
        Image image = kept(anImage().watermarked());
        mark = new InstanceMark(MarkStyle.DEFAULT.withLogo(Sha256.of("logo")), "logo".getBytes(UTF_8));

        deliver(deliver(), BOB, image, PREVIEW);

        assertThat(renderer.logos()).containsExactly("logo");
    }

    private void draw(String text) {
        change(settings -> settings.changed(Change.to(new MarkStyle.Patch(
                Change.to(text), Change.keep(), Change.keep(), Change.keep()))));
    }

    private void change(UnaryOperator<UserSettings> change) {
        transactions.writing(() -> catalogue.settingsByUser().save(change.apply(catalogue.settingsByUser().lock(ADA.userId()))));
    }

    private DeliverImage deliver() {
        return new DeliverImage(catalogue.imageViews(), ServingBuilder.servings(blobs, staging, secrets, clock)
                .deriving(renderer, work -> false).marking(mark).build());
    }

    private static Serving deliver(DeliverImage deliver, Viewer viewer, Image image, Wanted wanted) {
        return deliver.handle(viewer, new DeliverImage.Query(image.id(), wanted));
    }

    private Image kept(ImageBuilder builder) {
        Image image = given(builder);
        place(album, image);
        keepBlob(BlobKey.original(image.sha256()), "a picture");
        for (String name : List.of("preview-v1.webp", "preview-v1.jpg")) {
            keepBlob(BlobKey.rendition(image.sha256(), name), "a rendition");
        }
        return image;
    }
}
