package dev.albumen.application.rendition;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliverImageTest extends UseCaseTest {

    private static final Wanted ORIGINAL = new Wanted(Wanted.What.ORIGINAL, false);
    private static final Wanted THUMBNAIL = new Wanted(Wanted.What.THUMBNAIL, false);

    private final FakeMetadataStripper stripper = new FakeMetadataStripper();
    private Servings servings;
    private DeliverImage deliver;
    private Image image;
    private Album album;

    @BeforeEach
    void makeImage() {
        servings = new Servings(blobs, staging, stripper);
        deliver = new DeliverImage(catalogue.imageViews(), servings);
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
                    BlobKey.original(image.sha256()), MediaType.JPEG, image.sha256().hex(), "home.jpg"));
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
            Serving webp = deliver(ADA, new Wanted(Wanted.What.THUMBNAIL, true));
            assertThat(webp.mediaType()).isEqualTo(MediaType.WEBP);
            assertThat(webp.filename()).isEqualTo("home.webp");
            assertThat(webp.key()).isEqualTo(BlobKey.rendition(image.sha256(), "thumbnail-v1.webp"));
            assertThat(deliver(ADA, new Wanted(Wanted.What.PREVIEW, true)).mediaType()).isEqualTo(MediaType.WEBP);
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

    private Serving deliver(Viewer viewer, Wanted wanted) {
        return deliver(viewer, image, wanted);
    }

    private Serving deliver(Viewer viewer, Image of, Wanted wanted) {
        return deliver.handle(viewer, new DeliverImage.Query(of.id(), wanted));
    }
}
