package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveMemberTest extends UseCaseTest {

    private final RemoveMember remove =
            new RemoveMember(transactions, catalogue.albums(), catalogue.albumMembers(), audit, clock);
    private Album album;

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum().ownedBy(ADA));
        makeMember(album, BOB, AlbumRole.VIEWER);
    }

    @Test
    void endsAMembershipOnce() {
        remove(ADA, BOB);
        remove(ADA, BOB);

        assertThat(catalogue.albumMembers().role(album.id(), BOB.userId())).isEmpty();
        assertThat(trail.actions()).containsExactly("album.remove-member");
    }

    @Test
    void letsMembersGo() {
        remove(BOB, BOB);

        assertThat(catalogue.albumMembers().role(album.id(), BOB.userId())).isEmpty();
    }

    @Test
    void isNotForOtherMembersOrStrangers() {
        makeMember(album, EVE, AlbumRole.CONTRIBUTOR);
        assertForbidden(() -> remove(EVE, BOB));
        remove(EVE, EVE);
        assertHidden(() -> remove(EVE, BOB));
        assertHidden(() -> remove(EVE, EVE));
    }

    private void remove(Viewer viewer, Viewer.Member member) {
        remove.handle(viewer, new RemoveMember.Command(album.id(), member.userId()));
    }
}
