package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetMemberTest extends UseCaseTest {

    private final SetMember set = new SetMember(transactions, catalogue.albums(), catalogue.albumMembers(), audit, clock);
    private Album album;

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum().ownedBy(ADA));
    }

    @Test
    void letsSomebodyIn() {
        set(ADA, BOB, AlbumRole.CONTRIBUTOR);

        assertThat(catalogue.albumMembers().role(album.id(), BOB.userId())).contains(AlbumRole.CONTRIBUTOR);
        assertThat(trail.actions()).containsExactly("album.set-member");
    }

    @Test
    void refusesTheOwnerAndThoseWhoDoNotExist() {
        Viewer.Member ghost = new Viewer.Member(new UserId(new UUID(0, 404)), Role.USER, new SessionId(new UUID(0, 404)));

        assertRefused("member-is-owner", () -> set(ADA, ADA, AlbumRole.VIEWER));
        assertHidden(() -> set(ADA, ghost, AlbumRole.VIEWER));
    }

    @Test
    void isForTheOwnerAndManagers() {
        assertHidden(() -> set(EVE, EVE, AlbumRole.MANAGER));
        makeMember(album, BOB, AlbumRole.CONTRIBUTOR);
        assertForbidden(() -> set(BOB, BOB, AlbumRole.MANAGER));
        makeMember(album, BOB, AlbumRole.MANAGER);
        set(BOB, EVE, AlbumRole.VIEWER);
        assertThat(catalogue.albumMembers().role(album.id(), EVE.userId())).contains(AlbumRole.VIEWER);
    }

    @Test
    void letsNobodyIntoAMasterAlbum() {
        Album master = catalogue.albums().master(ADA.userId()).orElseThrow();

        assertForbidden(() -> set.handle(ADA, new SetMember.Command(master.id(), BOB.userId(), AlbumRole.VIEWER)));
        assertForbidden(() -> set.handle(ROOT, new SetMember.Command(master.id(), BOB.userId(), AlbumRole.VIEWER)));
    }

    private void set(Viewer viewer, Viewer.Member member, AlbumRole role) {
        set.handle(viewer, new SetMember.Command(album.id(), member.userId(), role));
    }
}
