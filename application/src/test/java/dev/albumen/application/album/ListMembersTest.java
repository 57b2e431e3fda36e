package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListMembersTest extends UseCaseTest {

    private final ListMembers list = new ListMembers(transactions, catalogue.albums(), catalogue.albumMembers());

    @Test
    void tellsOwnerAndMembersWhoIsIn() {
        Album album = given(anAlbum().ownedBy(ADA));
        makeMember(album, BOB, AlbumRole.VIEWER);

        for (Viewer insider : List.of(ADA, BOB, ROOT)) {
            assertThat(list.handle(insider, new ListMembers.Query(album.id())))
                    .extracting(AlbumMembers.Membership::userId).containsExactly(BOB.userId());
        }
    }

    @Test
    void tellsThePublicNothing() {
        Album open = given(anAlbum().ownedBy(ADA).seenBy(Visibility.PUBLIC));
        Album closed = given(anAlbum().ownedBy(ADA));

        assertForbidden(() -> list.handle(EVE, new ListMembers.Query(open.id())));
        assertHidden(() -> list.handle(EVE, new ListMembers.Query(closed.id())));
        assertThat(refusalOf(() -> list.handle(Viewer.ANONYMOUS, new ListMembers.Query(open.id()))))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }
}
