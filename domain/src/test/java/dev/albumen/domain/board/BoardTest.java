package dev.albumen.domain.board;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.MODERATOR;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static Board board(Board.Audience audience) {
        return Board.drafted(new BoardId(new UUID(0, 1)), ADA.userId(), new Board.Draft(" Light ", "", audience), NOON);
    }

    @Test
    void isItsOwnersAndTheAdmins() {
        Board board = board(Board.Audience.PRIVATE);
        for (Viewer viewer : List.of(ADA, ROOT, Viewer.WORKER)) {
            BoardAccess.requireChange(viewer, board);
        }
        for (Viewer viewer : List.of(BOB, MODERATOR, LINK_HOLDER, Viewer.ANONYMOUS)) {
            assertThat(refusalOf(() -> BoardAccess.requireSight(viewer, board))).isEqualTo(new Refusal.NotFound());
            assertThat(refusalOf(() -> BoardAccess.requireChange(viewer, board))).isEqualTo(new Refusal.NotFound());
        }
    }

    @Test
    void showsItselfToUsersWhereItIsForThem() {
        Board board = board(Board.Audience.USERS);
        for (Viewer viewer : List.of(BOB, MODERATOR)) {
            BoardAccess.requireSight(viewer, board);
            assertThat(codeOf(() -> BoardAccess.requireChange(viewer, board))).isEqualTo("board-not-yours");
        }
        for (Viewer viewer : List.of(LINK_HOLDER, Viewer.ANONYMOUS)) {
            assertThat(refusalOf(() -> BoardAccess.requireSight(viewer, board))).isEqualTo(new Refusal.NotFound());
        }
    }

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        Board changed = board(Board.Audience.USERS).changed(
                new Board.Patch(Change.keep(), Change.to("By the sea"), Change.clear()), NOON.plusSeconds(1));

        assertThat(changed).isEqualTo(new Board(new BoardId(new UUID(0, 1)), ADA.userId(), "Light", "By the sea", Board.Audience.PRIVATE,
                NOON, NOON.plusSeconds(1), 1));
        assertThat(codeOf(() -> changed.changed(new Board.Patch(Change.clear(), Change.keep(), Change.keep()), NOON))).isEqualTo("empty");
    }
}
