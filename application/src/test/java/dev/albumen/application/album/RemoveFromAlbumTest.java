package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Outcome;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveFromAlbumTest extends UseCaseTest {

    private final RemoveFromAlbum remove = new RemoveFromAlbum(transactions, catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumImages(), catalogue.imageViews(), audit, clock);
    private Album album;
    private Image adas;
    private Image bobs;

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum().ownedBy(ADA));
        adas = given(anImage().ownedBy(ADA));
        bobs = given(anImage().ownedBy(BOB));
        place(album, adas, bobs);
    }

    @Test
    void letsTheOwnerTakeOutAnybodysImages() {
        assertThat(remove(ADA, adas, bobs)).allMatch(Outcome::fine);

        assertThat(catalogue.albumImages().inOrder(album.id())).isEmpty();
        assertThat(current(bobs)).isPresent();
        assertThat(trail.actions()).containsExactly("album.remove-images");
    }

    @Test
    void letsContributorsTakeOutTheirOwn() {
        makeMember(album, BOB, AlbumRole.CONTRIBUTOR);

        List<Outcome> outcomes = remove(BOB, adas, bobs);

        assertThat(outcomes).extracting(Outcome::fine).containsExactly(false, true);
        assertThat(catalogue.albumImages().inOrder(album.id())).containsExactly(adas.id());
    }

    @Test
    void tellsAContributorNothingOfImagesTheyCannotSee() {
        makeMember(album, BOB, AlbumRole.CONTRIBUTOR);
        Image elsewhere = given(anImage().ownedBy(EVE));
        Image pending = given(anImage().ownedBy(ADA).pending());
        place(album, pending);

        List<Outcome> outcomes = remove(BOB, elsewhere, pending, anImage().build());

        assertThat(outcomes).allMatch(Outcome::fine);
        assertThat(catalogue.albumImages().contains(album.id(), pending.id())).isTrue();
        assertThat(trail.actions()).isEmpty();
    }

    @Test
    void keepsWhatAMasterAlbumsOwnerUploaded() {
        Album master = catalogue.albums().master(ADA.userId()).orElseThrow();
        place(master, adas);

        List<Outcome> outcomes = remove.handle(ADA, new RemoveFromAlbum.Command(master.id(), List.of(adas.id())));

        assertThat(outcomes.getFirst().refusal()).isInstanceOf(Refusal.Conflict.class);
        assertThat(catalogue.albumImages().contains(master.id(), adas.id())).isTrue();
        assertThat(trail.actions()).isEmpty();
    }

    @Test
    void isNotForStrangersAndViewers() {
        assertHidden(() -> remove(EVE, adas));
        makeMember(album, EVE, AlbumRole.VIEWER);
        assertForbidden(() -> remove(EVE, adas));
    }

    private List<Outcome> remove(Viewer viewer, Image... images) {
        return remove.handle(viewer, new RemoveFromAlbum.Command(album.id(), Stream.of(images).map(Image::id).toList()));
    }
}
