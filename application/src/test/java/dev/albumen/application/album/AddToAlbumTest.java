package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Outcome;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddToAlbumTest extends UseCaseTest {

    private final AddToAlbum add = new AddToAlbum(transactions, catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumImages(), catalogue.imageViews(), audit, clock);
    private Album album;

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum().ownedBy(ADA));
    }

    @Test
    void addsWhatIsTheViewersAndSaysWhatIsNot() {
        Image fine = given(anImage().ownedBy(ADA));
        Image hidden = given(anImage().ownedBy(EVE));
        Image trashed = given(anImage().ownedBy(ADA).trashedAt(NOON));
        Image missing = anImage().build();

        List<Outcome> outcomes = add(ADA, fine, hidden, trashed, missing, fine);

        assertThat(outcomes).extracting(Outcome::imageId).containsExactly(fine.id(), hidden.id(), trashed.id(), missing.id(), fine.id());
        assertThat(outcomes).extracting(Outcome::fine).containsExactly(true, false, false, false, true);
        assertThat(outcomes.get(1).refusal()).isEqualTo(outcomes.get(3).refusal()).isEqualTo(new Refusal.NotFound());
        assertThat(catalogue.albumImages().inOrder(album.id())).containsExactly(fine.id());
        assertThat(trail.actions()).containsExactly("album.add-images");
    }

    @Test
    void writesNothingDownWhereNothingIsNew() {
        Image image = given(anImage().ownedBy(ADA));
        place(album, image);

        assertThat(add(ADA, image)).allMatch(Outcome::fine);
        assertThat(trail.actions()).isEmpty();
    }

    @Test
    void letsContributorsAddTheirOwnImagesOnly() {
        makeMember(album, BOB, AlbumRole.CONTRIBUTOR);
        Image own = given(anImage().ownedBy(BOB));
        Image adas = given(anImage().ownedBy(ADA));
        place(album, adas);

        assertThat(add(BOB, own, adas)).extracting(Outcome::fine).containsExactly(true, false);
    }

    @Test
    void isNotForThoseWhoOnlySee() {
        makeMember(album, BOB, AlbumRole.VIEWER);
        Image own = given(anImage().ownedBy(BOB));

        assertForbidden(() -> add(BOB, own));
    }

    @Test
    void hidesAnAlbumTheViewerCannotSee() {
        Image own = given(anImage().ownedBy(EVE));

        assertHidden(() -> add(EVE, own));
    }

    @Test
    void takesOneToFiveHundredAtOnce() {
        ImageId id = anImage().build().id();

        assertThat(codeOf(() -> new AddToAlbum.Command(album.id(), List.of()))).isEqualTo("batch-size");
        assertThat(codeOf(() -> new AddToAlbum.Command(album.id(), Stream.generate(() -> id).limit(501).toList())))
                .isEqualTo("batch-size");
        assertThat(new AddToAlbum.Command(album.id(), Stream.generate(() -> id).limit(500).toList()).images()).hasSize(500);
    }

    private List<Outcome> add(Viewer viewer, Image... images) {
        return add.handle(viewer, new AddToAlbum.Command(album.id(), Stream.of(images).map(Image::id).toList()));
    }
}
