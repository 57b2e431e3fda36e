package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.album.AlbumView;
import dev.albumen.application.album.AlbumViews;
import dev.albumen.application.album.AlbumViews.Search;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In random worlds, what SQL shows is exactly what the pure policies allow. */
class CatalogueVisibilityTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final PageRequest ALL = PageRequest.first(200);

    private final PostgresCatalogue catalogue = new PostgresCatalogue(POSTGRES);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void showsWhatThePolicyAllowsAndNothingElse(long seed) {
        World world = new World(catalogue, seed);

        for (Viewer viewer : world.viewers()) {
            world.images.forEach(image -> checkImage(world, viewer, image));
            world.albums.forEach(album -> checkAlbum(world, viewer, album));
            world.users.forEach(owner -> checkOwner(world, viewer, owner));
            checkFavorites(world, viewer);
            checkLikenesses(world, viewer);
        }
    }

    private void checkImage(World world, Viewer viewer, Image image) {
        ImageAccess.Facts facts = ImageAccess.Facts.of(image, world.reachById(viewer, image), false);

        assertThat(catalogue.imageViews().find(viewer, image.id()).isPresent())
                .isEqualTo(ImageAccess.allowed(viewer, facts).contains(ImageAction.VIEW));
        assertThat(catalogue.imageViews().facts(viewer, Set.of(image.id()))).containsValue(facts);
        assertThat(catalogue.imageViews().delivery(viewer, image.id()).orElseThrow().facts()).isEqualTo(facts);
    }

    private void checkAlbum(World world, Viewer viewer, Album album) {
        boolean seen = AlbumAccess.allowed(viewer, album, world.role(viewer, album)).contains(AlbumAction.VIEW);
        Set<Image> held = world.places.get(album.id());
        Set<ImageId> shown = ids(held, image -> !image.trashed() && sees(world, viewer, image));
        ImageSearch ofAlbum = ImageSearch.in(album.id());

        assertThat(images(catalogue.imageViews().search(viewer, ofAlbum, ALL))).isEqualTo(seen ? shown : Set.of());
        assertThat(catalogue.albumViews().find(viewer, album.id()).isPresent()).isEqualTo(seen);
        if (seen) {
            AlbumView view = catalogue.albumViews().find(viewer, album.id()).orElseThrow();
            boolean others = !(viewer instanceof Viewer.Worker) && !viewer.is(Role.ADMIN)
                    && viewer.user().filter(album.ownerId()::equals).isEmpty();
            long ready = held.stream().filter(image -> image.ready() && !image.trashed()).count();
            assertThat(view.imageCount()).isEqualTo(others ? (int) ready : countForOwner(album, held));
            assertThat(view.role()).isEqualTo(world.role(viewer, album));
            Album holder = world.holder(album);
            boolean holderSeen = holder != null
                    && AlbumAccess.allowed(viewer, holder, world.role(viewer, holder)).contains(AlbumAction.VIEW);
            assertThat(view.album().parentId()).isEqualTo(holderSeen ? holder.id() : null);
            for (AlbumSort sort : AlbumSort.values()) {
                assertThat(images(catalogue.albumViews().images(viewer, album.id(), sort, ALL))).isEqualTo(shown);
            }
        }
    }

    private static int countForOwner(Album album, Set<Image> held) {
        return (int) held.stream()
                .filter(image -> !image.trashed() && (image.ready() || image.ownerId().equals(album.ownerId())))
                .count();
    }

    private void checkOwner(World world, Viewer viewer, UserId owner) {
        boolean everything = viewer instanceof Viewer.Worker || viewer.is(Role.ADMIN);
        ImageSearch ofOwner = ImageSearch.by(owner);
        assertThat(images(catalogue.imageViews().search(viewer, ofOwner, ALL)))
                .isEqualTo(ids(world.images, image -> image.ownerId().equals(owner) && !image.trashed()
                        && sees(world, viewer, image) && (everything || owns(viewer, owner) || world.listed(viewer, image))));

        Search albums = new Search(null, owner, null, null, AlbumViews.Sort.TITLE);
        assertThat(albums(catalogue.albumViews().list(viewer, albums, ALL)))
                .isEqualTo(albumIds(world.albums, album -> album.ownerId().equals(owner)
                        && AlbumAccess.allowed(viewer, album, world.role(viewer, album)).contains(AlbumAction.VIEW)
                        && (everything || world.listed(viewer, album))));
    }

    private void checkFavorites(World world, Viewer viewer) {
        Set<Image> marked = viewer.user().map(user -> world.favorites.getOrDefault(user, Set.of())).orElse(Set.of());

        assertThat(images(catalogue.imageViews().favorites(viewer, ALL)))
                .isEqualTo(ids(marked, image -> !image.trashed() && sees(world, viewer, image)));
    }

    /** All ready images of these worlds look the same. */
    private void checkLikenesses(World world, Viewer viewer) {
        boolean everything = viewer instanceof Viewer.Worker || viewer.is(Role.ADMIN);
        Set<ImageId> alike = catalogue.likenessViews()
                .similar(viewer, new ImageId(new UUID(0, 0)), ImageBuilder.APPEARANCE.differenceHash(), 0, ALL).items().stream()
                .map(likeness -> likeness.view().image().id()).collect(Collectors.toSet());

        assertThat(alike).isEqualTo(ids(world.images, image -> image.ready() && !image.trashed() && sees(world, viewer, image)
                && (everything || owns(viewer, image.ownerId()) || world.listed(viewer, image))));
    }

    /** In lists. */
    private static boolean sees(World world, Viewer viewer, Image image) {
        return ImageAccess.allowed(viewer, ImageAccess.Facts.of(image, world.reach(viewer, image), false)).contains(ImageAction.VIEW);
    }

    private static boolean owns(Viewer viewer, UserId owner) {
        return viewer.user().filter(owner::equals).isPresent();
    }

    private static Set<ImageId> ids(Collection<Image> images, Predicate<Image> shown) {
        return images.stream().filter(shown).map(Image::id).collect(Collectors.toSet());
    }

    private static Set<AlbumId> albumIds(List<Album> albums, Predicate<Album> shown) {
        return albums.stream().filter(shown).map(Album::id).collect(Collectors.toSet());
    }

    private static Set<ImageId> images(Page<ImageView> page) {
        return page.items().stream().map(view -> view.image().id()).collect(Collectors.toSet());
    }

    private static Set<AlbumId> albums(Page<AlbumView> page) {
        return page.items().stream().map(view -> view.album().id()).collect(Collectors.toSet());
    }
}
