package dev.albumen.application.selection;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.selection.SelectionBuilder.aSelection;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionBuilder;
import dev.albumen.domain.selection.SelectionItem;
import dev.albumen.domain.share.ShareLink;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of selections share: a link to an album of ada's with two pictures, and another one. */
abstract class SelectionContract extends CatalogueContract {

    Album album;
    Image one;
    Image two;
    ShareLink link;
    ShareLink other;

    @BeforeEach
    void makeLinks() {
        album = kept(anAlbum().ownedBy(ada).build());
        one = kept(anImage().ownedBy(ada).named("b.jpg").build());
        two = kept(anImage().ownedBy(ada).named("a.jpg").build());
        place(album, one, two);
        link = aShareLink().ownedBy(ada).to(album).build();
        other = aShareLink().ownedBy(ada).to(one).build();
        writing(() -> {
            catalogue.shareLinks().add(link);
            catalogue.shareLinks().add(other);
        });
    }

    Selection added(ShareLink to, String name) {
        return added(aSelection().of(to).by(name));
    }

    Selection added(SelectionBuilder builder) {
        Selection selection = builder.build();
        writing(() -> catalogue.selections().add(selection));
        return selection;
    }

    SelectionItem chosen(Selection selection, Image image, int second, @Nullable String comment, Mark mark) {
        SelectionItem item = SelectionItem.chosen(image.id(), comment, mark, NOON.plusSeconds(second));
        writing(() -> catalogue.selectionItems().put(selection.id(), item));
        return item;
    }

    SelectionItem chosen(Selection selection, Image image, int second) {
        return chosen(selection, image, second, null, Mark.NONE);
    }

    void takeOut(Image image) {
        writing(() -> catalogue.albumImages().remove(album.id(), Set.of(image.id())));
    }
}
