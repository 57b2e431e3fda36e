package dev.albumen.application.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.PLACE;
import static dev.albumen.domain.image.ImageBuilder.READY;
import static dev.albumen.domain.image.ImageBuilder.TALKATIVE;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of images does. */
public abstract class ImagesContract extends CatalogueContract {

    @Test
    void findsAnImageAsItWasAdded() {
        for (dev.albumen.domain.image.ImageBuilder image : List.of(anImage().titled("Sea"), anImage().pending(), anImage().failed(), anImage().trashedAt(NOON),
                anImage().playing(12.5, "h264"))) {
            Image added = kept(image.ownedBy(ada).build());

            assertThat(find(added)).contains(added);
            assertThat(read(() -> catalogue.images().findByContent(ada, added.sha256()))).contains(added);
            assertThat(read(() -> catalogue.images().findByContent(bob, added.sha256()))).isEmpty();
        }
    }

    @Test
    void keepsTheSameBytesOnceForAnOwner() {
        Image first = kept(anImage().ownedBy(ada).build());

        assertThat(write(() -> catalogue.images().add(anImage().ownedBy(ada).containing(first.sha256()).build()))).isFalse();
        assertThat(write(() -> catalogue.images().add(anImage().ownedBy(bob).containing(first.sha256()).build()))).isTrue();
    }

    @Test
    void savesEverythingThatChanges() {
        Image image = kept(anImage().ownedBy(ada).pending().build());
        Image changed = image.changed(new Image.Patch(Change.to("Sea"), Change.to("of love"), Change.to(NOON),
                Change.to(true)), NOON.plusSeconds(1))
                .rendered(READY, TALKATIVE, NOON.plusSeconds(2)).trashed(NOON.plusSeconds(3));

        Image saved = write(() -> catalogue.images().save(changed));

        assertThat(saved.version()).isEqualTo(image.version() + 1);
        assertThat(saved).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
        assertThat(find(image)).contains(saved);
    }

    @Test
    void savesWhyAnImageFailed() {
        Image image = kept(anImage().ownedBy(ada).pending().build());

        writing(() -> catalogue.images().save(image.failed("image-undecodable", "Broken.", NOON)));

        assertThat(find(image).orElseThrow().status()).isEqualTo(new ImageStatus.Failed("image-undecodable", "Broken."));
    }

    @Test
    void refusesToSaveOverAnotherChange() {
        Image image = kept(anImage().ownedBy(ada).build());
        writing(() -> catalogue.images().save(image));

        assertStale(() -> write(() -> catalogue.images().save(image)));
        assertStale(() -> write(() -> catalogue.images().save(anImage().ownedBy(ada).build())));
    }

    @Test
    void tellsWhichImagesHaveAPositionAndNoPlace() {
        Image placed = kept(anImage().ownedBy(ada).build());
        Image nowhere = kept(anImage().ownedBy(ada).metadata(ImageMetadata.NONE).build());
        Image one = kept(anImage().ownedBy(ada).metadata(TALKATIVE.at(null)).build());
        Image other = kept(anImage().ownedBy(bob).metadata(TALKATIVE.at(null)).trashedAt(NOON).build());

        List<Images.Unplaced> all = read(() -> catalogue.images().unplaced(Optional.empty(), 1000));
        assertThat(all).contains(new Images.Unplaced(one.id(), one.metadata().gps()))
                .extracting(Images.Unplaced::id).contains(other.id()).doesNotContain(placed.id(), nowhere.id());
        assertThat(read(() -> catalogue.images().unplaced(Optional.of(one.id()), 1000)))
                .extracting(Images.Unplaced::id).contains(other.id()).doesNotContain(one.id());
        assertThat(read(() -> catalogue.images().unplaced(Optional.empty(), 1))).hasSize(1);

        writing(() -> catalogue.images().save(one.placed(PLACE)));
        assertThat(find(one).orElseThrow().metadata()).isEqualTo(TALKATIVE);
        assertThat(read(() -> catalogue.images().unplaced(Optional.empty(), 1000))).extracting(Images.Unplaced::id).doesNotContain(one.id());
    }

    @Test
    void purgesOnlyWhatIsInTheTrashAndOnce() {
        Image shown = kept(anImage().ownedBy(ada).build());
        Image trashed = kept(anImage().ownedBy(ada).trashedAt(NOON).build());

        assertThat(purge(shown)).isFalse();
        assertThat(purge(trashed)).isTrue();
        assertThat(purge(trashed)).isFalse();

        assertThat(find(shown)).isPresent();
        assertThat(find(trashed)).isEmpty();
    }

    @Test
    void purgesAllThatHangsOnAnImage() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        Image image = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        place(album, image);
        ShareLink link = aShareLink().ownedBy(ada).to(image).build();
        writing(() -> {
            catalogue.tags().tag(ada, image.id(), List.of(new TagName("sea")), TagSource.USER);
            catalogue.favorites().add(bob, image.id(), NOON);
            catalogue.shareLinks().add(link);
            catalogue.albums().save(catalogue.albums().find(album.id()).orElseThrow().changed(new Album.Patch(Change.keep(),
                    Change.keep(), Change.keep(), Change.keep(), Change.to(image.id()), Change.keep(), Change.keep(),
                    Change.keep(), Change.keep(), Change.keep()), NOON));
        });

        assertThat(purge(image)).isTrue();

        assertThat(read(() -> catalogue.albumImages().contains(album.id(), image.id()))).isFalse();
        assertThat(read(() -> catalogue.albums().find(album.id())).orElseThrow().coverImageId()).isNull();
        assertThat(read(() -> catalogue.shareLinks().find(link.id()))).isEmpty();
        assertThat(write(() -> catalogue.favorites().remove(bob, image.id()))).isFalse();
        assertThat(read(() -> catalogue.tagViews().find(ada, new TagName("sea"))).orElseThrow().imageCount()).isZero();
    }

    @Test
    void letsOneOfManyPurge() throws Exception {
        Image image = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        List<Boolean> purged = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> acts = Stream.generate(() -> (Callable<Boolean>) () -> purge(image)).limit(6).toList();
            for (Future<Boolean> act : threads.invokeAll(acts)) {
                purged.add(act.get());
            }
        }

        assertThat(purged).filteredOn(one -> one).hasSize(1);
    }

    @Test
    void listsWhatIsInTheTrashOldestFirst() {
        Image later = kept(anImage().ownedBy(ada).trashedAt(NOON.plusSeconds(2)).build());
        Image first = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        Image bobs = kept(anImage().ownedBy(bob).trashedAt(NOON.plusSeconds(1)).build());
        kept(anImage().ownedBy(ada).build());

        assertThat(read(() -> catalogue.images().trashOf(ada, 10))).containsExactly(first, later);
        assertThat(read(() -> catalogue.images().trashOf(ada, 1))).containsExactly(first);
        assertThat(read(() -> catalogue.images().trashedBefore(NOON.plusSeconds(2), 10))).containsExactly(first, bobs);
        assertThat(read(() -> catalogue.images().trashedBefore(NOON, 10))).isEmpty();
    }

    private boolean purge(Image image) {
        return write(() -> catalogue.images().purge(image.id()));
    }

    private Optional<Image> find(Image image) {
        return read(() -> catalogue.images().find(image.id()));
    }
}
