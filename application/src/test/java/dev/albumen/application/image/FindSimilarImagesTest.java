package dev.albumen.application.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.LikenessViews.Likeness;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.SimilarityLimits;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindSimilarImagesTest extends UseCaseTest {

    private static final DifferenceHash LOOK = new DifferenceHash(0x00ff_00ff_00ff_00ffL);

    private final FindSimilarImages similar = new FindSimilarImages(catalogue.imageViews(), catalogue.likenessViews());
    private final FindDuplicateImages duplicates = new FindDuplicateImages(catalogue.likenessViews());

    @Test
    void findsWhatLooksAlike() {
        Image image = given(anImage().looking(LOOK));
        Image near = given(anImage().looking(new DifferenceHash(LOOK.bits() ^ 0b111)));
        given(anImage().looking(new DifferenceHash(~LOOK.bits())));

        assertThat(find(ADA, image, SimilarityLimits.DEFAULT_DISTANCE)).singleElement().satisfies(found -> {
            assertThat(found.view().image().id()).isEqualTo(near.id());
            assertThat(found.distance()).isEqualTo(3);
        });
        assertThat(find(ADA, image, 2)).isEmpty();
    }

    @Test
    void findsNothingLikeWhatCannotBeCompared() {
        given(anImage().looking(LOOK));

        for (Image image : List.of(given(anImage().looking(null)), given(anImage().pending()), given(anImage().failed()))) {
            assertThat(find(ADA, image, SimilarityLimits.MAX_DISTANCE)).isEmpty();
        }
    }

    @Test
    void hidesWhatTheViewerCannotSee() {
        Image image = given(anImage().looking(LOOK));

        for (Viewer stranger : List.of(EVE, Viewer.ANONYMOUS, LINK_HOLDER)) {
            assertHidden(() -> find(stranger, image, 4));
            assertHidden(() -> find(stranger, anImage().build(), 4));
        }
    }

    @Test
    void tellsStrangersNeitherNameNorMetadata() {
        Image image = given(anImage().ownedBy(BOB).looking(LOOK));
        place(given(anAlbum().seenBy(Visibility.PUBLIC)), given(anImage().named("home.jpg").looking(LOOK)));

        List<Likeness> found = find(BOB, image, 0);

        assertThat(found).hasSize(1);
        assertThat(found.toString()).doesNotContain("home", "59.9", "12345", "Nikon");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 17, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesDistancesThatMeanNothing(int distance) {
        Image image = given(anImage().looking(LOOK));

        assertThat(refusalOf(() -> find(ADA, image, distance))).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void listsTheViewersOwnDuplicates() {
        given(anImage().looking(LOOK));
        given(anImage().looking(LOOK));
        given(anImage().ownedBy(BOB).looking(LOOK));

        assertThat(duplicates(ADA)).singleElement().satisfies(group -> assertThat(group.imageCount()).isEqualTo(2));
        assertThat(duplicates(BOB)).isEmpty();
        assertThat(refusalOf(() -> duplicates(Viewer.ANONYMOUS))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    private List<Likeness> find(Viewer viewer, Image image, int maxDistance) {
        return similar.handle(viewer, new FindSimilarImages.Query(image.id(), maxDistance, PageRequest.first(50))).items();
    }

    private List<LikenessViews.Group> duplicates(Viewer viewer) {
        return duplicates.handle(viewer, new FindDuplicateImages.Query(PageRequest.first(50))).items();
    }
}
