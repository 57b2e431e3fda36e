package dev.albumen.application.rendition;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliverImageTest extends UseCaseTest {

    private static final Wanted ORIGINAL = Wanted.asJpeg(Wanted.What.ORIGINAL);
    private static final Wanted THUMBNAIL = Wanted.asJpeg(Wanted.What.THUMBNAIL);

    private static final List<RenditionFormat> WEBP = List.of(RenditionFormat.WEBP, RenditionFormat.JPEG);

    private final FakeMetadataStripper stripper = new FakeMetadataStripper();
    private DeliverImage deliver;
    private Image image;
    private Album album;

    @BeforeEach
    void makeImage() {
        deliver = new DeliverImage(catalogue.imageViews(), servings());
        image = given(anImage().named("home.jpg").containing(Sha256.of("sea")));
        keepBlob(BlobKey.original(image.sha256()), "sea");
        album = given(anAlbum());
        place(album, image);
    }

    @Nested
    class AnOriginal {

        @Test
        void isItsOwnersAsItCame() {
            Serving serving = deliver(ADA, ORIGINAL);

            assertThat(serving).isEqualTo(new Serving(
                    BlobKey.original(image.sha256()), MediaType.JPEG, serving.entityTag(), "home.jpg", false));
        }

        @Test
        void isStrippedForMembers() {
            makeMember(album, BOB, AlbumRole.VIEWER);

            Serving serving = deliver(BOB, ORIGINAL);
            deliver(BOB, ORIGINAL);

            assertThat(serving.key()).isEqualTo(BlobKey.rendition(image.sha256(), "stripped-v1.jpg"));
            assertThat(serving.entityTag()).isNotEqualTo(deliver(ADA, ORIGINAL).entityTag());
            assertThat(stripper.stripped()).as("made once").isOne();
            assertNothingStaged();
        }

        @Test
        void isStrippedAnewForEachOwnerOfTheSameBytes() {
            deliver = new DeliverImage(catalogue.imageViews(), ServingBuilder.servings(blobs, staging, secrets, clock)
                    .stripping(stripper).claiming(catalogue.blobClaims()).build());
            Image bobs = given(anImage().ownedBy(BOB).containing(image.sha256()));
            Album shared = given(anAlbum().ownedBy(BOB));
            place(shared, bobs);
            makeMember(shared, EVE, AlbumRole.VIEWER);
            makeMember(album, EVE, AlbumRole.VIEWER);

            for (Image each : List.of(image, bobs, image, bobs)) {
                deliver(EVE, each, ORIGINAL);
            }

            assertThat(stripper.stripped()).isEqualTo(2);
        }

        @Test
        void isNotForThePublic() {
            Album open = given(anAlbum().seenBy(Visibility.PUBLIC));
            place(open, image);

            assertForbidden(() -> deliver(EVE, ORIGINAL));
            assertForbidden(() -> deliver(Viewer.ANONYMOUS, ORIGINAL));
        }

        @Test
        void isNotGivenAwayWhereItCannotBeStripped() {
            makeMember(album, BOB, AlbumRole.VIEWER);
            Image film = given(anImage().of(MediaType.MP4));
            Image broken = given(anImage().containing(Sha256.of("broken")));
            keepBlob(BlobKey.original(broken.sha256()), "broken");
            place(album, film, broken);

            assertRefused("original-not-strippable", () -> deliver(BOB, film, ORIGINAL));
            assertRefused("original-not-strippable", () -> deliver(BOB, broken, ORIGINAL));
            assertThat(deliver(ADA, film, ORIGINAL).mediaType()).isEqualTo(MediaType.MP4);
        }
    }

    @Nested
    class ARendition {

        @Test
        void comesAsTheClientTakesItWhereItWasMade() {
            assertThat(deliver(ADA, THUMBNAIL).mediaType()).isEqualTo(MediaType.JPEG);
            Serving webp = deliver(ADA, new Wanted(Wanted.What.THUMBNAIL, WEBP));
            assertThat(webp.mediaType()).isEqualTo(MediaType.WEBP);
            assertThat(webp.filename()).isEqualTo("home.webp");
            assertThat(webp.key()).isEqualTo(BlobKey.rendition(image.sha256(), "thumbnail-v1.webp"));
            assertThat(deliver(ADA, new Wanted(Wanted.What.PREVIEW, WEBP)).mediaType()).isEqualTo(MediaType.WEBP);
        }

        @Test
        void isTheOldOneUntilItIsMadeAnew() {
            Image old = given(anImage().rendered("thumbnail-v0.jpg", "preview-v0.jpg", "preview-v0.webp", "large-v0.jpg"));

            assertThat(key(old, Wanted.What.THUMBNAIL)).isEqualTo("thumbnail-v0.jpg");
            assertThat(key(old, Wanted.What.PREVIEW)).isEqualTo("preview-v0.webp");
        }

        @Test
        void isTheNextLargerOneWhereItsSizeWasNeverMade() {
            Image old = given(anImage().rendered("thumbnail-v1.webp", "large-v1.jpg", "huge-v1.webp"));

            assertThat(key(old, Wanted.What.PREVIEW)).isEqualTo("large-v1.jpg");
            assertThat(key(given(anImage().rendered("thumbnail-v1.jpg")), Wanted.What.LARGE)).isEqualTo("thumbnail-v1.jpg");
        }

        private String key(Image of, Wanted.What what) {
            String key = deliver(ADA, of, new Wanted(what, WEBP)).key().value();
            return key.substring(key.lastIndexOf('/') + 1);
        }

        @Test
        void tellsStrangersNoFileName() {
            place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);

            assertThat(deliver(EVE, THUMBNAIL).filename()).isEqualTo(image.id() + ".jpg");
        }

        @Test
        void isThereOnceItIsMade() {
            Image pending = given(anImage().pending());
            Image failed = given(anImage().failed());

            assertRefused("image-pending", () -> deliver(ADA, pending, THUMBNAIL));
            assertRefused("image-failed", () -> deliver(ADA, failed, THUMBNAIL));
        }

        @Test
        void isHiddenFromThoseWhoCannotSeeTheImage() {
            assertHidden(() -> deliver(EVE, THUMBNAIL));
            assertHidden(() -> deliver(EVE, anImage().build(), THUMBNAIL));
        }
    }

    @Nested
    class AnEntityTag {

        @Test
        void cannotBeToldFromTheFile() {
            for (Wanted.What what : Wanted.What.values()) {
                String tag = deliver(ADA, Wanted.asJpeg(what)).entityTag();
                assertThat(tag).doesNotContain(image.sha256().hex()).isNotEqualTo(tagUnder("another key", what));
            }
        }

        @Test
        void isTheSameOnEveryNodeAndAfterARestart() {
            for (Wanted.What what : Wanted.What.values()) {
                String tag = deliver(ADA, Wanted.asJpeg(what)).entityTag();
                deliver = new DeliverImage(catalogue.imageViews(), servings());
                assertThat(deliver(ADA, Wanted.asJpeg(what)).entityTag()).isEqualTo(tag);
            }
        }

        @Test
        void differsByFormatAndSize() {
            Set<String> tags = new HashSet<>();
            for (Wanted.What what : Wanted.What.values()) {
                assertThat(tags.add(deliver(ADA, Wanted.asJpeg(what)).entityTag())).isTrue();
            }
            assertThat(tags.add(deliver(ADA, new Wanted(Wanted.What.THUMBNAIL, WEBP)).entityTag())).isTrue();
        }

        @Test
        void namesOneKeyHoweverManyAreNamedBetween() {
            EntityTags tags = new EntityTags(secrets);
            List<BlobKey> keys = IntStream.range(0, 20_000)
                    .mapToObj(i -> BlobKey.rendition(Sha256.of("picture " + i), "thumbnail-v1.webp")).toList();
            List<String> first = keys.stream().map(tags::of).toList();

            assertThat(first).doesNotHaveDuplicates();
            assertThat(keys.stream().map(tags::of).toList()).isEqualTo(first);
            assertThat(keys.stream().map(new EntityTags(secrets)::of).toList()).isEqualTo(first);
        }

        private String tagUnder(String key, Wanted.What what) {
            Servings other = ServingBuilder.servings(blobs, staging, new FakeSecrets(key), clock).build();
            return other.of(catalogue.imageViews().delivery(ADA, image.id()).orElseThrow(), Wanted.asJpeg(what),
                    Disclosure.EVERYTHING).entityTag();
        }
    }

    private Servings servings() {
        return ServingBuilder.servings(blobs, staging, secrets, clock).stripping(stripper).build();
    }

    private Serving deliver(Viewer viewer, Wanted wanted) {
        return deliver(viewer, image, wanted);
    }

    private Serving deliver(Viewer viewer, Image of, Wanted wanted) {
        return deliver.handle(viewer, new DeliverImage.Query(of.id(), wanted));
    }
}
