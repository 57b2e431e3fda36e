package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every reading of albums shows. Who sees what is the policy's; random worlds test that apart. */
public abstract class AlbumViewsContract extends CatalogueContract {

    @Test
    void showsAnAlbumWithWhatTheViewerIsToIt() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        writing(() -> catalogue.albumMembers().put(album.id(), bob, AlbumRole.CONTRIBUTOR, NOON));

        assertThat(catalogue.albumViews().find(viewer(ada), album.id())).contains(new AlbumView(album, 0, null));
        assertThat(catalogue.albumViews().find(viewer(bob), album.id()))
                .contains(new AlbumView(album, 0, AlbumRole.CONTRIBUTOR));
        assertThat(catalogue.albumViews().find(Viewer.ANONYMOUS, album.id())).isEmpty();
        assertThat(catalogue.albumViews().find(viewer(ada), anAlbum().build().id())).isEmpty();
    }

    @Test
    void countsWhatTheViewerSees() {
        Album album = kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build());
        place(album, kept(anImage().ownedBy(ada).build()), kept(anImage().ownedBy(ada).pending().build()),
                kept(anImage().ownedBy(bob).pending().build()), kept(anImage().ownedBy(ada).trashedAt(NOON).build()));

        assertThat(count(viewer(ada), album)).isEqualTo(2);
        assertThat(count(viewer(bob), album)).isEqualTo(1);
    }

    @Test
    void countsAnewWhenAnImageComesOfAgeGoesOrIsTakenOut() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        Image image = kept(anImage().ownedBy(ada).build());
        place(album, image);

        Image trashed = write(() -> catalogue.images().save(image.trashed(NOON)));
        assertThat(count(viewer(ada), album)).isZero();
        writing(() -> catalogue.images().save(trashed.restored(NOON)));
        assertThat(count(viewer(ada), album)).isEqualTo(1);
        writing(() -> catalogue.albumImages().remove(album.id(), List.of(image.id())));
        assertThat(count(viewer(ada), album)).isZero();
    }

    @Test
    void listsTheViewersOwnAndThoseTheyBelongTo() {
        Album mine = kept(anAlbum().ownedBy(ada).titled("Sea").build());
        Album shared = kept(anAlbum().ownedBy(bob).titled("Sky").build());
        kept(anAlbum().ownedBy(bob).titled("Closed").build());
        kept(anAlbum().ownedBy(bob).titled("Open").seenBy(Visibility.PUBLIC).build());
        writing(() -> catalogue.albumMembers().put(shared.id(), ada, AlbumRole.VIEWER, NOON));

        assertThat(list(viewer(ada), null, null)).containsExactly(shared.id(), mine.id());
        assertThat(list(viewer(ada), "SK", null)).containsExactly(shared.id());
        assertThat(list(viewer(ada), "%", null)).isEmpty();
        assertThat(list(Viewer.ANONYMOUS, null, null)).isEmpty();
    }

    @Test
    void listsOfAnotherOwnerWhatIsMoreThanUnlisted() {
        kept(anAlbum().ownedBy(bob).build());
        kept(anAlbum().ownedBy(bob).seenBy(Visibility.UNLISTED).build());
        Album open = kept(anAlbum().ownedBy(bob).seenBy(Visibility.PUBLIC).build());

        assertThat(list(viewer(ada), null, bob)).containsExactly(open.id());
        assertThat(list(viewer(bob), null, bob)).hasSize(3);
    }

    @Test
    void cataloguesPublicAlbumsNewestFirst() {
        Album sea = kept(anAlbum().ownedBy(ada).titled("Sea").seenBy(Visibility.PUBLIC).build());
        Album sky = kept(anAlbum().ownedBy(bob).titled("Sky").seenBy(Visibility.PUBLIC).build());
        Album air = kept(anAlbum().ownedBy(bob).titled("Air").seenBy(Visibility.PUBLIC).build());
        kept(anAlbum().ownedBy(bob).seenBy(Visibility.UNLISTED).build());

        assertThat(paged(page -> catalogue.albumViews().catalogue(Viewer.ANONYMOUS, null, page)))
                .extracting(view -> view.album().id()).containsExactly(air.id(), sky.id(), sea.id());
        assertThat(paged(page -> catalogue.albumViews().catalogue(viewer(ada), "sk", page)))
                .extracting(view -> view.album().id()).containsExactly(sky.id());
    }

    @Test
    void listsAnAlbumsImagesInEachOrder() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        Image b = kept(anImage().ownedBy(ada).named("b.jpg").build());
        Image c = kept(anImage().ownedBy(ada).named("c.jpg").build());
        Image a = kept(anImage().ownedBy(ada).named("a.jpg").build());
        place(album, c, a, b);

        assertThat(images(album, AlbumSort.MANUAL)).containsExactly(c.id(), a.id(), b.id());
        assertThat(images(album, AlbumSort.FILENAME)).containsExactly(a.id(), b.id(), c.id());
        assertThat(images(album, AlbumSort.CREATED_AT_DESCENDING)).containsExactly(a.id(), c.id(), b.id());
    }

    @Test
    void archivesWhatOthersSeeInManualOrder() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        Image one = kept(anImage().ownedBy(ada).build());
        Image two = kept(anImage().ownedBy(ada).build());
        Image three = kept(anImage().ownedBy(ada).build());
        place(album, three, kept(anImage().ownedBy(ada).pending().build()), one, two);

        assertThat(paged(page -> catalogue.albumViews().entries(album.id(), page))).extracting(ImageViews.Delivery::id)
                .containsExactly(three.id(), one.id(), two.id());
    }

    @Test
    void goesOnInAnArchiveWhereTheLastImageReadLeftTheAlbum() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        List<Image> images = Stream.generate(() -> kept(anImage().ownedBy(ada).build())).limit(4).toList();
        place(album, images.toArray(Image[]::new));

        Page<ImageViews.Delivery> first = entries(album, PageRequest.first(2));
        writing(() -> catalogue.albumImages().remove(album.id(), List.of(images.get(1).id())));
        Page<ImageViews.Delivery> rest = entries(album, new PageRequest(2, first.next()));

        assertThat(first.items()).extracting(ImageViews.Delivery::id).containsExactly(images.get(0).id(), images.get(1).id());
        assertThat(rest.items()).extracting(ImageViews.Delivery::id).containsExactly(images.get(2).id(), images.get(3).id());
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void listsByWhereAlbumsLieAsFarAsTheViewerSees() {
        Album top = kept(anAlbum().ownedBy(ada).build());
        Album shown = kept(anAlbum().ownedBy(ada).in(top).seenBy(Visibility.PUBLIC).build());
        Album hidden = kept(anAlbum().ownedBy(ada).in(top).build());
        AlbumViews.Place inTop = new AlbumViews.Place.In(top.id());

        assertThat(lying(viewer(ada), null, inTop)).containsExactlyInAnyOrder(shown.id(), hidden.id());
        assertThat(lying(viewer(ada), null, new AlbumViews.Place.Top())).containsExactly(top.id());
        assertThat(lying(viewer(bob), ada, inTop)).as("where that lies is hidden from him").isEmpty();
        assertThat(lying(viewer(bob), null, inTop)).isEmpty();
        assertThat(lying(viewer(bob), ada, new AlbumViews.Place.Top())).containsExactly(shown.id());
        assertThat(parent(viewer(bob), shown)).isNull();
        assertThat(parent(viewer(ada), shown)).isEqualTo(top.id());

        writing(() -> catalogue.albumMembers().put(top.id(), bob, AlbumRole.VIEWER, NOON));
        assertThat(lying(viewer(bob), null, inTop)).containsExactlyInAnyOrder(shown.id(), hidden.id());
        assertThat(list(viewer(bob), null, null)).as("all that he is a member of").contains(top.id(), shown.id(), hidden.id());
        assertThat(parent(viewer(bob), hidden)).isEqualTo(top.id());
    }

    private List<AlbumId> lying(Viewer viewer, @Nullable UserId owner, AlbumViews.Place place) {
        AlbumViews.Search search = new AlbumViews.Search(null, owner, null, place, AlbumViews.Sort.CREATED_AT_DESCENDING);
        return paged(page -> catalogue.albumViews().list(viewer, search, page)).stream().map(view -> view.album().id()).toList();
    }

    private @Nullable AlbumId parent(Viewer viewer, Album album) {
        return catalogue.albumViews().find(viewer, album.id()).orElseThrow().album().parentId();
    }

    private int count(Viewer viewer, Album album) {
        return catalogue.albumViews().find(viewer, album.id()).orElseThrow().imageCount();
    }

    private List<AlbumId> list(Viewer viewer, @Nullable String words, @Nullable UserId owner) {
        AlbumViews.Search search = new AlbumViews.Search(words, owner, null, null, AlbumViews.Sort.CREATED_AT_DESCENDING);
        return paged(page -> catalogue.albumViews().list(viewer, search, page)).stream().map(view -> view.album().id()).toList();
    }

    private List<ImageId> images(Album album, AlbumSort sort) {
        return paged(page -> catalogue.albumViews().images(viewer(ada), album.id(), sort, page)).stream()
                .map(view -> view.image().id()).toList();
    }

    private Page<ImageViews.Delivery> entries(Album album, PageRequest page) {
        return read(() -> catalogue.albumViews().entries(album.id(), page));
    }
}
