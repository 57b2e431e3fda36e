package dev.albumen.application.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.selection.SelectionViews.Choice;
import dev.albumen.application.selection.SelectionViews.Chosen;
import dev.albumen.application.selection.SelectionViews.Summary;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.selection.SelectionItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reading of selections shows. */
public abstract class SelectionViewsContract extends SelectionContract {

    private Selection adas;
    private Selection bobs;
    private SelectionItem adasOne;

    @BeforeEach
    void choose() {
        adas = added(link, "Ada");
        bobs = added(link, "Bob");
        adasOne = chosen(adas, one, 1, "=1+1", new Mark(5, Mark.Color.BLUE));
        chosen(adas, two, 2);
        chosen(bobs, two, 3);
        chosen(added(other, "Eve"), one, 4);
    }

    @Test
    void listsALinksSelectionsNewestFirst() {
        assertThat(paged(page -> catalogue.selectionViews().list(link.id(), page)))
                .containsExactly(new Summary(bobs, 1, 0), new Summary(adas, 2, 1));
        assertThat(catalogue.selectionViews().find(link.id(), adas.id())).contains(new Summary(adas, 2, 1));
        assertThat(catalogue.selectionViews().find(other.id(), adas.id())).isEmpty();
    }

    @Test
    void showsFirstWhatMostHaveChosen() {
        assertThat(paged(page -> catalogue.selectionViews().overlap(link.id(), page)))
                .containsExactly(new Chosen(two.id(), 2), new Chosen(one.id(), 1));
    }

    @Test
    void listsWhatWasChosenByFileName() {
        assertThat(images(Optional.empty())).containsExactly(two.id(), one.id());
        assertThat(images(Optional.of(bobs.id()))).containsExactly(two.id());
    }

    @Test
    void tellsWhoChoseAPictureAndWhatTheySay() {
        assertThat(catalogue.selectionViews().choices(link.id(), Optional.empty(), Set.of(one.id()))).containsExactly(new Choice(
                one.id(), adas.id(), "Ada", "ada@example.org", Selection.Status.OPEN, "=1+1", new Mark(5, Mark.Color.BLUE),
                adasOne.chosenAt()));
        assertThat(catalogue.selectionViews().choices(link.id(), Optional.empty(), Set.of(one.id(), two.id())))
                .extracting(Choice::selection).hasSize(3).contains(adas.id(), bobs.id());
        assertThat(catalogue.selectionViews().choices(link.id(), Optional.of(bobs.id()), Set.of(one.id(), two.id())))
                .extracting(Choice::image).containsExactly(two.id());
    }

    @Test
    void showsNothingOfAPictureThatTheLinkDoesNotShow() {
        takeOut(two);

        assertThat(catalogue.selectionViews().find(link.id(), bobs.id())).contains(new Summary(bobs, 0, 0));
        assertThat(paged(page -> catalogue.selectionViews().overlap(link.id(), page))).containsExactly(new Chosen(one.id(), 1));
        assertThat(images(Optional.empty())).containsExactly(one.id());
        assertThat(catalogue.selectionViews().choices(link.id(), Optional.empty(), Set.of(two.id()))).isEmpty();
    }

    private List<ImageId> images(Optional<SelectionId> selection) {
        return paged(page -> catalogue.selectionViews().images(viewer(ada), link.id(), selection, page)).stream()
                .map(ImageViews.Delivery::id).toList();
    }
}
