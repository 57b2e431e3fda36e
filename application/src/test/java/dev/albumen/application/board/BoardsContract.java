package dev.albumen.application.board;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Change;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of boards does. */
public abstract class BoardsContract extends CatalogueContract {

    private Board board;

    @BeforeEach
    void makeBoard() {
        board = Board.drafted(new BoardId(UUID.randomUUID()), ada, new Board.Draft("Light", "By the sea", Board.Audience.USERS), NOON);
        writing(() -> catalogue.boards().add(board));
    }

    @Test
    void findsWhatItKeeps() {
        assertThat(read(() -> catalogue.boards().find(board.id()))).contains(board);
        assertThat(write(() -> catalogue.boards().lock(board.id()))).contains(board);
        assertThat(read(() -> catalogue.boards().find(new BoardId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void savesOverTheVersionThatWasReadAlone() {
        Board changed = board.changed(new Board.Patch(Change.to("Shade"), Change.clear(), Change.clear()), NOON);

        Board saved = write(() -> catalogue.boards().save(changed));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(read(() -> catalogue.boards().find(board.id()))).contains(saved);
        assertStale(() -> write(() -> catalogue.boards().save(changed)));
    }

    @Test
    void putsEachImageOnceAndTakesItOff() {
        Image one = kept(anImage().ownedBy(bob).build());
        Image two = kept(anImage().ownedBy(ada).build());

        assertThat(write(() -> catalogue.boards().put(board.id(), List.of(one.id(), two.id()), NOON))).isEqualTo(2);
        assertThat(write(() -> catalogue.boards().put(board.id(), List.of(one.id()), NOON))).isZero();
        assertThat(read(() -> catalogue.boards().size(board.id()))).isEqualTo(2);
        assertThat(write(() -> catalogue.boards().take(board.id(), one.id()))).isTrue();
        assertThat(write(() -> catalogue.boards().take(board.id(), one.id()))).isFalse();
        assertThat(read(() -> catalogue.boards().size(board.id()))).isOne();
    }

    @Test
    void leavesImagesWhenABoardGoes() {
        Image one = kept(anImage().ownedBy(bob).build());
        writing(() -> catalogue.boards().put(board.id(), List.of(one.id()), NOON));

        writing(() -> catalogue.boards().delete(board.id()));
        writing(() -> catalogue.boards().delete(board.id()));

        assertThat(read(() -> catalogue.boards().find(board.id()))).isEmpty();
        assertThat(read(() -> catalogue.images().find(one.id()))).isPresent();
    }
}
