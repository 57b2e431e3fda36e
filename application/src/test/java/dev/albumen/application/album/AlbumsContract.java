package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of albums does. */
public abstract class AlbumsContract extends CatalogueContract {

    @Test
    void findsAnAlbumAsItWasAdded() {
        Album album = kept(anAlbum().ownedBy(ada).titled("Sea").noting("mine").seenBy(Visibility.UNLISTED)
                .sorted(AlbumSort.TAKEN_AT_DESCENDING).build());

        assertThat(find(album.id())).contains(album);
        assertThat(find(anAlbum().build().id())).isEmpty();
    }

    @Test
    void findsTheMasterAlbumOfItsOwnerAlone() {
        kept(anAlbum().ownedBy(ada).build());
        Album master = kept(anAlbum().ownedBy(ada).master().build());

        assertThat(read(() -> catalogue.albums().master(ada))).contains(master);
        assertThat(read(() -> catalogue.albums().master(bob))).isEmpty();
    }

    @Test
    void savesEverythingThatChanges() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        Image cover = kept(anImage().ownedBy(ada).build());
        place(album, cover);
        Album current = find(album.id()).orElseThrow();
        Album changed = current.changed(new Album.Patch(Change.to("Sky"), Change.to("über"), Change.to("note"),
                Change.to(Visibility.PUBLIC), Change.to(cover.id()), Change.to(AlbumSort.FILENAME),
                Change.to(LocalDate.of(2026, 5, 1)), Change.to(true), Change.keep(), Change.keep()), NOON.plusSeconds(5));

        Album saved = write(() -> catalogue.albums().save(changed));

        assertThat(saved.version()).isEqualTo(current.version() + 1);
        assertThat(saved).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
        assertThat(find(album.id())).contains(saved);
    }

    @Test
    void keepsAllChangesThatComeAtTheSameMoment() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        CyclicBarrier start = new CyclicBarrier(4);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> changed = Stream.generate(() -> threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                return write(() -> catalogue.albums().save(catalogue.albums().find(album.id()).orElseThrow())).version();
            })).limit(4).toList();

            assertThat(changed).extracting(Future::get).containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
        }
    }

    @Test
    void refusesToSaveOverAnotherChange() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        writing(() -> catalogue.albums().save(album));

        assertStale(() -> write(() -> catalogue.albums().save(album)));
        assertStale(() -> write(() -> catalogue.albums().save(anAlbum().ownedBy(ada).build())));
    }

    @Test
    void deletesAnAlbumWithAllThatHangsOnItButNoImage() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        Image image = kept(anImage().ownedBy(ada).build());
        place(album, image);
        ShareLink link = aShareLink().ownedBy(ada).to(album).build();
        writing(() -> {
            catalogue.albumMembers().put(album.id(), bob, AlbumRole.VIEWER, NOON);
            catalogue.shareLinks().add(link);
        });

        writing(() -> catalogue.albums().delete(album.id()));
        writing(() -> catalogue.albums().delete(album.id()));

        assertThat(find(album.id())).isEmpty();
        assertThat(read(() -> catalogue.albumImages().contains(album.id(), image.id()))).isFalse();
        assertThat(read(() -> catalogue.albumMembers().role(album.id(), bob))).isEmpty();
        assertThat(read(() -> catalogue.shareLinks().find(link.id()))).isEmpty();
        assertThat(read(() -> catalogue.images().find(image.id()))).isPresent();
    }

    private Optional<Album> find(AlbumId id) {
        return read(() -> catalogue.albums().find(id));
    }
}
