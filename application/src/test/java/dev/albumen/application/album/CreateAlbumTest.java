package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.Test;

class CreateAlbumTest extends UseCaseTest {

    private final CreateAlbum create = new CreateAlbum(transactions, catalogue.albums(), catalogue.albumMembers(), catalogue.albumTree(),
            catalogue.albumFilling(), audit, ids, clock);

    @Test
    void makesAnEmptyAlbumOfTheViewer() {
        AlbumView made = create.handle(ADA, command("Sea"));

        assertThat(catalogue.albums().find(made.album().id())).contains(made.album());
        assertThat(made.album().ownerId()).isEqualTo(ADA.userId());
        assertThat(made.imageCount()).isZero();
        assertThat(trail.actions()).containsExactly("album.create");
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(refusedWithoutTrace(() -> create.handle(Viewer.ANONYMOUS, command("Sea"))))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusedWithoutTrace(() -> create.handle(LINK_HOLDER, command("Sea"))))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void refusesABadTitle() {
        assertRefused("empty", () -> create.handle(ADA, command(" ")));
    }

    @Test
    void makesItInAnotherAlbumOfTheViewer() {
        Album holder = given(anAlbum().ownedBy(ADA));
        Album bobs = given(anAlbum().ownedBy(BOB));

        assertThat(create.handle(ADA, in(holder)).album().parentId()).isEqualTo(holder.id());
        assertHidden(() -> create.handle(ADA, in(bobs)));
        assertHidden(() -> create.handle(ADA, in(anAlbum().build())));
        makeMember(bobs, ADA, AlbumRole.MANAGER);
        assertForbidden(() -> create.handle(ADA, in(bobs)));
    }

    private static CreateAlbum.Command in(Album holder) {
        return new CreateAlbum.Command(
                new Album.Draft("Sea", null, null, Visibility.PRIVATE, AlbumSort.MANUAL, null, false, holder.id(), null));
    }

    private static CreateAlbum.Command command(String title) {
        return new CreateAlbum.Command(new Album.Draft(title, null, null, Visibility.PRIVATE, AlbumSort.MANUAL, null, false, null, null));
    }
}
