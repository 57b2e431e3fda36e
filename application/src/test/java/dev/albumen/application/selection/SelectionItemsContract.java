package dev.albumen.application.selection;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.Image;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of selections' pictures does. */
public abstract class SelectionItemsContract extends SelectionContract {

    private Selection selection;

    @BeforeEach
    void start() {
        selection = added(link, "Ada");
    }

    @Test
    void keepsPicturesInTheOrderOfChoosing() {
        Selection bobs = added(link, "Bob");
        SelectionItem second = chosen(selection, one, 2, "For the wall", new Mark(4, Mark.Color.PURPLE));
        SelectionItem first = chosen(selection, two, 1);

        assertThat(catalogue.selectionItems().all(selection.id())).containsExactly(first, second);
        assertThat(catalogue.selectionItems().count(selection.id())).isEqualTo(2);
        assertThat(catalogue.selectionItems().find(selection.id(), one.id())).contains(second);
        assertThat(catalogue.selectionItems().all(bobs.id())).isEmpty();
    }

    @Test
    void takesThePlaceOfWhatWasSaidBefore() {
        SelectionItem first = chosen(selection, one, 1, "x", new Mark(1, null));
        SelectionItem second = first.said(null, new Mark(null, Mark.Color.GREEN), NOON.plusSeconds(9));
        writing(() -> catalogue.selectionItems().put(selection.id(), second));

        assertThat(catalogue.selectionItems().all(selection.id())).containsExactly(second);
    }

    @Test
    void removesAPictureOnce() {
        chosen(selection, one, 1);
        assertThat(write(() -> catalogue.selectionItems().remove(selection.id(), one.id()))).isTrue();
        assertThat(write(() -> catalogue.selectionItems().remove(selection.id(), one.id()))).isFalse();
        assertThat(catalogue.selectionItems().count(selection.id())).isZero();
    }

    @Test
    void showsNothingOfAPictureThatTheLinkDoesNotShow() {
        chosen(selection, one, 1);
        chosen(selection, two, 2);

        takeOut(one);
        assertThat(catalogue.selectionItems().all(selection.id())).extracting(SelectionItem::imageId).containsExactly(two.id());
        assertThat(catalogue.selectionItems().find(selection.id(), one.id())).isEmpty();
        assertThat(catalogue.selectionItems().count(selection.id())).isEqualTo(1);

        place(album, one);
        assertThat(catalogue.selectionItems().count(selection.id())).as("it is shown again").isEqualTo(2);
    }

    @Test
    void forgetsAPictureThatIsGone() {
        chosen(selection, one, 1);
        Image trashed = write(() -> catalogue.images().save(one.trashed(NOON)));
        assertThat(catalogue.selectionItems().count(selection.id())).isZero();

        writing(() -> catalogue.images().purge(trashed.id()));
        assertThat(write(() -> catalogue.selectionItems().remove(selection.id(), one.id()))).isFalse();
    }
}
