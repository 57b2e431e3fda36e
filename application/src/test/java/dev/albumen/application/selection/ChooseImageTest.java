package dev.albumen.application.selection;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.Image;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionItem;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChooseImageTest extends SelectionUseCaseTest {

    private final ChangeChoice change = new ChangeChoice(door, open, catalogue.selections(), catalogue.selectionItems());
    private final DropImage drop = new DropImage(door, open, catalogue.selections(), catalogue.selectionItems());
    private String ada;

    @BeforeEach
    void begin() {
        ada = started("Ada");
    }

    private SelectionItem choose(Image image, @Nullable String comment, Mark mark) {
        return choose.handle(Viewer.ANONYMOUS, new ChooseImage.Command(knock(ada), image.id(), comment, mark));
    }

    private void drop(Image image) {
        drop.handle(Viewer.ANONYMOUS, new DropImage.Command(knock(ada), image.id()));
    }

    @Test
    void choosesOnceHoweverOftenItIsSaid() {
        SelectionItem first = choose(one, "For the wall", new Mark(5, Mark.Color.GREEN));
        clock.pass(Duration.ofMinutes(1));
        SelectionItem second = choose(one, null, Mark.NONE);

        assertThat(second.chosenAt()).isEqualTo(first.chosenAt());
        assertThat(shown(ada).items()).containsExactly(second);
    }

    @Test
    void holdsTheLimit() {
        configure(1, true, null);
        choose(one, null, Mark.NONE);
        choose(one, "again", Mark.NONE);
        assertRefused("selection-limit", () -> choose(two, null, Mark.NONE));

        drop(one);
        choose(two, null, Mark.NONE);
        assertThat(shown(ada).items()).extracting(SelectionItem::imageId).containsExactly(two.id());
    }

    @Test
    void makesRoomWhereAPictureLeavesTheAlbum() {
        configure(1, true, null);
        choose(one, null, Mark.NONE);
        transactions.writing(() -> catalogue.albumImages().remove(album.id(), Set.of(one.id())));

        assertThat(shown(ada).items()).isEmpty();
        assertHidden(() -> choose(one, null, Mark.NONE));
        choose(two, null, Mark.NONE);
        assertThat(shown(ada).items()).hasSize(1);
    }

    @Test
    void takesNoCommentWhereTheLinkTakesNone() {
        configure(null, false, null);
        assertRefused("selection-comments-off", () -> choose(one, "x", Mark.NONE));
        choose(one, " ", new Mark(1, null));
        assertRefused("selection-comments-off", () -> change(one, Change.to("x"), Change.keep()));
        assertThat(change(one, Change.clear(), Change.to(3)).mark().stars()).isEqualTo(3);
    }

    @Test
    void findsNoPictureThatTheLinkDoesNotShow() {
        Image outside = given(anImage());
        assertHidden(() -> choose(outside, null, Mark.NONE));
        assertHidden(() -> drop(outside));
        assertHidden(() -> change(outside, Change.keep(), Change.keep()));
        assertHidden(() -> change(one, Change.keep(), Change.keep()));
    }

    @Test
    void dropsAPictureOnceOrMore() {
        choose(one, null, Mark.NONE);
        drop(one);
        Selection after = shown(ada).selection();
        drop(one);

        assertThat(shown(ada).items()).isEmpty();
        assertThat(shown(ada).selection()).isEqualTo(after);
    }

    @Test
    void changesOnlyWhatIsSaid() {
        choose(one, "x", new Mark(2, Mark.Color.RED));
        SelectionItem changed = change(one, Change.keep(), Change.to(4));
        assertThat(changed.comment()).isEqualTo("x");
        assertThat(changed.mark()).isEqualTo(new Mark(4, Mark.Color.RED));
    }

    @Test
    void changesNothingOnceItIsSubmittedClosedOrOver() {
        choose(one, null, Mark.NONE);
        submitted(ada);
        assertRefused("selection-submitted", () -> choose(two, null, Mark.NONE));
        assertRefused("selection-submitted", () -> drop(one));
        assertRefused("selection-submitted", () -> submitted(ada));
        move.handle(ADA, new MoveSelections.Command(link.id(), Optional.empty(), MoveSelections.Move.CLOSE));
        assertRefused("selection-closed", () -> choose(two, null, Mark.NONE));
        move.handle(ADA, new MoveSelections.Command(link.id(), Optional.empty(), MoveSelections.Move.REOPEN));
        choose(two, null, Mark.NONE);
        configure(null, true, clock.instant());
        assertRefused("selection-closed", () -> drop(two));
        assertThat(shown(ada).status()).isEqualTo(Selection.Status.CLOSED);
        assertThat(shown(ada).items()).hasSize(2);
    }

    private SelectionItem change(Image image, Change<String> comment, Change<Integer> stars) {
        return change.handle(Viewer.ANONYMOUS,
                new ChangeChoice.Command(knock(ada), image.id(), comment, stars, Change.keep()));
    }
}
