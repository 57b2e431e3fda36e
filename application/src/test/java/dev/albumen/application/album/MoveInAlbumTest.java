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
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoveInAlbumTest extends UseCaseTest {

    private final MoveInAlbum move = new MoveInAlbum(
            transactions, catalogue.albums(), catalogue.albumMembers(), catalogue.albumImages(), audit, clock);
    private Album album;
    private Image one;
    private Image two;
    private Image three;

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum().ownedBy(ADA));
        one = given(anImage());
        two = given(anImage());
        three = given(anImage());
        place(album, one, two, three);
    }

    @Test
    void movesToTheFrontBetweenAndToTheEnd() {
        move(ADA, three, null);
        assertThat(order()).containsExactly(three.id(), one.id(), two.id());
        move(ADA, three, one);
        assertThat(order()).containsExactly(one.id(), three.id(), two.id());
        move(ADA, one, two);
        assertThat(order()).containsExactly(three.id(), two.id(), one.id());
        move(ADA, one, two);
        assertThat(order()).containsExactly(three.id(), two.id(), one.id());
        assertThat(trail.actions()).containsOnly("album.order").hasSize(4);
    }

    @Test
    void keepsAnyOrderThroughManyMoves() {
        List<Image> expected = new ArrayList<>(List.of(one, two, three));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Image moved = expected.remove(random.nextInt(expected.size()));
            int to = random.nextInt(expected.size() + 1);
            move(ADA, moved, to == 0 ? null : expected.get(to - 1));
            expected.add(to, moved);
        }

        assertThat(order()).isEqualTo(expected.stream().map(Image::id).toList());
    }

    @Test
    void refusesToFollowItselfOrWhatIsNotThere() {
        Image outside = given(anImage());

        assertRefused("itself", () -> move(ADA, one, one));
        assertRefused("not-in-album", () -> move(ADA, one, outside));
        assertHidden(() -> move(ADA, outside, one));
    }

    @Test
    void isForThoseWhoMayChangeTheAlbum() {
        assertHidden(() -> move(EVE, one, two));
        makeMember(album, BOB, AlbumRole.CONTRIBUTOR);
        assertForbidden(() -> move(BOB, one, two));
        makeMember(album, BOB, AlbumRole.MANAGER);
        move(BOB, one, two);
        assertThat(order()).containsExactly(two.id(), one.id(), three.id());
    }

    private void move(Viewer viewer, Image image, @Nullable Image after) {
        move.handle(viewer, new MoveInAlbum.Command(album.id(), image.id(), Optional.ofNullable(after).map(Image::id)));
    }

    private List<ImageId> order() {
        return catalogue.albumImages().inOrder(album.id());
    }
}
