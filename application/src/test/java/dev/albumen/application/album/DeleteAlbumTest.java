package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeleteAlbumTest extends UseCaseTest {

    private final DeleteAlbum delete =
            new DeleteAlbum(transactions, catalogue.albums(), catalogue.albumMembers(), catalogue.albumTree(), audit, clock);

    @Test
    void deletesTheAlbumAndKeepsItsImages() {
        Album album = given(anAlbum().ownedBy(ADA));
        Image image = given(anImage());
        place(album, image);

        delete.handle(ADA, new DeleteAlbum.Command(album.id(), false, Optional.of(1L)));

        assertThat(current(album)).isEmpty();
        assertThat(current(image)).isPresent();
        assertThat(trail.actions()).containsExactly("album.delete");
    }

    @Test
    void deletesWhatLiesInItOnlyWhereThatIsAskedFor() {
        Album top = given(anAlbum().ownedBy(ADA));
        Album inner = given(anAlbum().ownedBy(ADA).in(top));
        Album innermost = given(anAlbum().ownedBy(ADA).in(inner));

        assertRefused("album-holds-albums", () -> delete.handle(ADA, new DeleteAlbum.Command(top.id(), false, Optional.empty())));
        delete.handle(ADA, new DeleteAlbum.Command(top.id(), true, Optional.empty()));

        assertThat(current(top)).isEmpty();
        assertThat(current(inner)).isEmpty();
        assertThat(current(innermost)).isEmpty();
    }

    @Test
    void refusesAStaleVersion() {
        Album album = given(anAlbum().ownedBy(ADA));

        assertThat(refusedWithoutTrace(() -> delete.handle(ADA, new DeleteAlbum.Command(album.id(), false, Optional.of(2L)))))
                .isEqualTo(new Refusal.Stale());
    }

    @Test
    void hidesAnAlbumTheViewerCannotSee() {
        Album album = given(anAlbum().ownedBy(ADA));

        assertHidden(() -> delete.handle(EVE, new DeleteAlbum.Command(album.id(), false, Optional.empty())));
        assertHidden(() -> delete.handle(EVE, new DeleteAlbum.Command(anAlbum().build().id(), false, Optional.empty())));
    }

    @Test
    void isNotForManagers() {
        Album album = given(anAlbum().ownedBy(ADA));
        makeMember(album, BOB, AlbumRole.MANAGER);

        assertForbidden(() -> delete.handle(BOB, new DeleteAlbum.Command(album.id(), false, Optional.empty())));
    }

    @Test
    void saysWhyAMasterAlbumStays() {
        Album master = catalogue.albums().master(ADA.userId()).orElseThrow();

        assertRefused("master-album-stays", () -> delete.handle(ADA, new DeleteAlbum.Command(master.id(), false, Optional.empty())));
    }
}
