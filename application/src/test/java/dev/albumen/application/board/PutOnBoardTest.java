package dev.albumen.application.board;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.MODERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Outcome;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PutOnBoardTest extends UseCaseTest {

    private static final Board.Patch PRIVATE = new Board.Patch(Change.keep(), Change.keep(), Change.clear());

    private final CreateBoard create = new CreateBoard(transactions, catalogue.boards(), audit, ids, clock);
    private final ChangeBoard change = new ChangeBoard(transactions, catalogue.boards(), catalogue.boardViews(), audit, clock);
    private final DeleteBoard delete = new DeleteBoard(transactions, catalogue.boards(), audit, clock);
    private final PutOnBoard put = new PutOnBoard(transactions, catalogue.boards(), catalogue.imageViews(), audit, clock);
    private final TakeOffBoard take = new TakeOffBoard(transactions, catalogue.boards(), audit, clock);
    private final ViewBoard view = new ViewBoard(catalogue.boardViews());
    private final ListBoards list = new ListBoards(catalogue.boardViews());
    private final ListBoardImages images = new ListBoardImages(catalogue.boardViews());
    private BoardId board;
    private Image published;

    @BeforeEach
    void makeBoard() {
        board = create.handle(ADA, new CreateBoard.Command(new Board.Draft("Light", "", Board.Audience.USERS))).board().id();
        published = given(anImage().ownedBy(BOB));
        place(given(anAlbum().ownedBy(BOB).seenBy(Visibility.PUBLIC)), published);
    }

    @Test
    void putsWhatOneSeesAndTellsOfTheRestAsIfItWereNotThere() {
        Image hidden = given(anImage().ownedBy(BOB));
        Image trashed = given(anImage().ownedBy(ADA).trashedAt(NOON));
        ImageId none = anImage().build().id();

        List<Outcome> outcomes = put(ADA, published.id(), hidden.id(), none, trashed.id());

        assertThat(outcomes.stream().map(Outcome::refusal).toList().subList(0, 3))
                .containsExactly(null, new Refusal.NotFound(), new Refusal.NotFound());
        assertThat(outcomes.getLast().refusal()).isInstanceOf(Refusal.Conflict.class);
        assertThat(images.handle(EVE, new ListBoardImages.Query(board, PageRequest.first(5))).items())
                .extracting(shown -> shown.image().id()).containsExactly(published.id());
        assertThat(view.handle(EVE, new ViewBoard.Query(board)).imageCount()).isOne();
    }

    @Test
    void takesNothingThatOneSeesForAReviewAlone() {
        Image hidden = given(anImage().ownedBy(BOB));
        review(hidden);
        BoardId own = create.handle(MODERATOR, new CreateBoard.Command(new Board.Draft("Light", "", Board.Audience.PRIVATE))).board().id();

        assertThat(put.handle(MODERATOR, new PutOnBoard.Command(own, List.of(hidden.id()))).getFirst().refusal())
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void showsOthersNoMoreOfAnImageThanTheySeeElsewhere() {
        put(ADA, published.id());

        assertThat(images.handle(EVE, new ListBoardImages.Query(board, PageRequest.first(5))).items().getFirst().image())
                .isEqualTo(catalogue.imageViews().find(EVE, published.id()).orElseThrow().shownTo(EVE).image());
    }

    @Test
    void changesNothingTwice() {
        put(ADA, published.id());
        put(ADA, published.id());
        take.handle(ADA, new TakeOffBoard.Command(board, published.id()));
        take.handle(ADA, new TakeOffBoard.Command(board, published.id()));

        assertThat(trail.actions()).containsExactly("board.create", "board.put-images", "board.take-image");
    }

    @Test
    void lasts() {
        assertThat(refusedWithoutTrace(() -> change.handle(ADA, new ChangeBoard.Command(board, PRIVATE, Optional.of(7L)))))
                .isEqualTo(new Refusal.Stale());
        change.handle(ADA, new ChangeBoard.Command(board, PRIVATE, Optional.of(1L)));
        assertHidden(() -> view.handle(EVE, new ViewBoard.Query(board)));
        assertThat(list.handle(EVE, new ListBoards.Query(null, null, PageRequest.first(5))).items()).isEmpty();
        assertThat(refusedWithoutTrace(() -> delete.handle(ADA, new DeleteBoard.Command(board, Optional.of(1L))))).isEqualTo(new Refusal.Stale());
        delete.handle(ADA, new DeleteBoard.Command(board, Optional.of(2L)));
        assertHidden(() -> view.handle(ADA, new ViewBoard.Query(board)));
    }

    @Test
    void isForItsOwnerToChange() {
        assertForbidden(() -> put(EVE, published.id()));
        assertForbidden(() -> take.handle(EVE, new TakeOffBoard.Command(board, published.id())));
        assertForbidden(() -> change.handle(EVE, new ChangeBoard.Command(board, PRIVATE, Optional.empty())));
        assertForbidden(() -> delete.handle(EVE, new DeleteBoard.Command(board, Optional.empty())));
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> put(Viewer.ANONYMOUS, published.id()),
                () -> view.handle(Viewer.ANONYMOUS, new ViewBoard.Query(board)),
                () -> images.handle(Viewer.ANONYMOUS, new ListBoardImages.Query(board, PageRequest.first(5))),
                () -> list.handle(Viewer.ANONYMOUS, new ListBoards.Query(null, null, PageRequest.first(5))))) {
            assertThat(refusedWithoutTrace(act)).isInstanceOf(Refusal.Unauthenticated.class);
        }
    }

    private List<Outcome> put(Viewer viewer, ImageId... wanted) {
        return put.handle(viewer, new PutOnBoard.Command(board, List.of(wanted)));
    }
}
