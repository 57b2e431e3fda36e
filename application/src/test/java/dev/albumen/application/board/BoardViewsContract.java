package dev.albumen.application.board;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reading of boards shows. */
public abstract class BoardViewsContract extends CatalogueContract {

    private UserId eve;
    private Board board;
    private Image published;
    private Image unlisted;
    private Image hidden;
    private Image own;

    @BeforeEach
    void makeBoard() {
        eve = catalogue.user("eve");
        board = made(1, ada, "Light", Board.Audience.USERS);
        published = kept(anImage().ownedBy(bob).build());
        unlisted = kept(anImage().ownedBy(bob).build());
        hidden = kept(anImage().ownedBy(bob).build());
        own = kept(anImage().ownedBy(eve).build());
        Image trashed = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        place(kept(anAlbum().ownedBy(bob).seenBy(Visibility.PUBLIC).build()), published);
        place(kept(anAlbum().ownedBy(bob).seenBy(Visibility.UNLISTED).build()), unlisted);
        int second = 0;
        for (Image image : List.of(published, unlisted, hidden, own, trashed)) {
            int later = second++;
            writing(() -> catalogue.boards().put(board.id(), List.of(image.id()), NOON.plusSeconds(later)));
        }
    }

    @Test
    void showsEachViewerWhatTheySeeAnywayLastPutFirst() {
        assertThat(images(viewer(bob))).as("the owner of three").containsExactly(hidden.id(), unlisted.id(), published.id());
        assertThat(images(viewer(eve))).as("the owner of one").containsExactly(own.id(), published.id());
        assertThat(images(viewer(ada))).as("who knew of what is unlisted").containsExactly(unlisted.id(), published.id());
        assertThat(images(Viewer.WORKER)).containsExactly(own.id(), hidden.id(), unlisted.id(), published.id());
    }

    @Test
    void countsWhatItShows() {
        for (UserId user : List.of(ada, bob, eve)) {
            assertThat(read(() -> catalogue.boardViews().find(viewer(user), board.id())).orElseThrow().imageCount())
                    .isEqualTo(images(viewer(user)).size());
        }
    }

    @Test
    void forgetsWhatIsHiddenMeanwhile() {
        Album album = kept(anAlbum().ownedBy(bob).seenBy(Visibility.PRIVATE).build());
        place(album, hidden);
        writing(() -> catalogue.albumMembers().put(album.id(), eve, AlbumRole.VIEWER, NOON));
        assertThat(images(viewer(eve))).contains(hidden.id());

        writing(() -> catalogue.albumMembers().remove(album.id(), eve));

        assertThat(images(viewer(eve))).doesNotContain(hidden.id());
    }

    @Test
    void listsOnesOwnAndThoseForAllNewestFirst() {
        Board mine = made(2, eve, "Eve's", Board.Audience.PRIVATE);
        made(3, bob, "Bob's", Board.Audience.PRIVATE);
        Board others = made(4, bob, "Bob's for all", Board.Audience.USERS);

        assertThat(list(viewer(eve), null, null)).containsExactly(others, mine, board);
        assertThat(list(viewer(eve), bob, null)).containsExactly(others);
        assertThat(list(viewer(eve), null, "FOR")).containsExactly(others);
        assertThat(list(viewer(eve), null, "%")).isEmpty();
        assertThat(read(() -> catalogue.boardViews().find(viewer(bob), mine.id()))).isEmpty();
        assertThat(read(() -> catalogue.boardViews().find(Viewer.ANONYMOUS, board.id()))).isEmpty();
    }

    private List<ImageId> images(Viewer viewer) {
        return paged(page -> catalogue.boardViews().images(viewer, board, page)).stream().map(view -> view.image().id()).toList();
    }

    private List<Board> list(Viewer viewer, @Nullable UserId owner, @Nullable String words) {
        return paged(page -> catalogue.boardViews().list(viewer, owner, words, page));
    }

    private Board made(int number, UserId owner, String title, Board.Audience audience) {
        Board made = Board.drafted(new BoardId(new UUID(0xb0a2d, number)), owner, new Board.Draft(title, "", audience), NOON);
        writing(() -> catalogue.boards().add(made));
        return made;
    }
}
