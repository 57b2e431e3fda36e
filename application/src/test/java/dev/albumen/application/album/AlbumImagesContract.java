package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Position;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of albums' images does. */
public abstract class AlbumImagesContract extends CatalogueContract {

    private Album album;
    private Album other;
    private Image one;
    private Image two;
    private Image three;

    @BeforeEach
    void makeAlbums() {
        album = kept(anAlbum().ownedBy(ada).build());
        other = kept(anAlbum().ownedBy(ada).build());
        one = kept(anImage().ownedBy(ada).build());
        two = kept(anImage().ownedBy(ada).build());
        three = kept(anImage().ownedBy(bob).build());
    }

    @Test
    void appendsInTheGivenOrderAndLeavesWhatIsThere() {
        assertThat(append(two, one)).containsExactlyInAnyOrder(two.id(), one.id());
        assertThat(append(one, three)).containsExactly(three.id());
        assertThat(append(one)).isEmpty();

        assertThat(order()).containsExactly(two.id(), one.id(), three.id());
        assertThat(read(() -> places().all(album.id()))).containsExactly(two.id(), one.id(), three.id());
        assertThat(read(() -> places().all(other.id()))).isEmpty();
    }

    @Test
    void knowsWhatIsInAnAlbum() {
        append(one);

        assertThat(read(() -> places().contains(album.id(), one.id()))).isTrue();
        assertThat(read(() -> places().contains(album.id(), two.id()))).isFalse();
        assertThat(read(() -> places().contains(other.id(), one.id()))).isFalse();
        assertThat(read(() -> places().position(album.id(), two.id()))).isEmpty();
    }

    @Test
    void removesFromOneAlbumWhatWasThere() {
        append(one, two);
        writing(() -> places().append(other.id(), List.of(one.id()), ada, NOON));

        assertThat(write(() -> places().remove(album.id(), List.of(one.id(), three.id())))).containsExactly(one.id());

        assertThat(order()).containsExactly(two.id());
        assertThat(read(() -> places().contains(other.id(), one.id()))).isTrue();
        assertThat(read(() -> catalogue.images().find(one.id()))).isPresent();
    }

    @Test
    void uncoversWhatItRemovesAndNothingElse() {
        append(one, two);
        cover(one);

        writing(() -> places().remove(album.id(), List.of(two.id())));
        assertThat(read(() -> catalogue.albums().find(album.id())).orElseThrow().coverImageId()).isEqualTo(one.id());

        writing(() -> places().remove(album.id(), List.of(one.id())));
        assertThat(read(() -> catalogue.albums().find(album.id())).orElseThrow().coverImageId()).isNull();
    }

    @Test
    void findsTheNextPlaceButTheExcepted() {
        append(one, two, three);
        Optional<Position> first = position(one);

        assertThat(next(Optional.empty(), three)).isEqualTo(first);
        assertThat(next(Optional.empty(), one)).isEqualTo(position(two));
        assertThat(next(first, two)).isEqualTo(position(three));
        assertThat(next(position(three), one)).isEmpty();
    }

    @Test
    void movesOneImage() {
        append(one, two, three);
        Position front = Position.between(null, position(one).orElseThrow());

        writing(() -> places().move(album.id(), three.id(), front));

        assertThat(order()).containsExactly(three.id(), one.id(), two.id());
        assertThat(position(three)).contains(front);
    }

    @Test
    void appendsBehindWhatWasMovedToTheEnd() {
        append(one, two);
        Position end = Position.between(position(two).orElseThrow(), null);
        Position between = Position.between(position(two).orElseThrow(), end);
        writing(() -> {
            places().move(album.id(), one.id(), end);
            places().move(album.id(), two.id(), between);
        });

        append(three);

        assertThat(order()).containsExactly(two.id(), one.id(), three.id());
    }

    @Test
    void givesEveryImageAPlaceOfItsOwnWhenManyAppendAtOnce() throws Exception {
        List<Image> many = IntStream.range(0, 12).mapToObj(i -> kept(anImage().ownedBy(ada).build())).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Set<ImageId>>> acts = many.stream().<Callable<Set<ImageId>>>map(image -> () -> append(image)).toList();
            for (Future<Set<ImageId>> act : threads.invokeAll(acts)) {
                assertThat(act.get()).hasSize(1);
            }
        }

        assertThat(many.stream().map(image -> position(image).orElseThrow())).doesNotHaveDuplicates();
    }

    @Test
    void rollsBackWithItsTransaction() {
        append(one);

        assertThatThrownBy(() -> writing(() -> {
            places().append(album.id(), List.of(two.id()), ada, NOON);
            places().remove(album.id(), List.of(one.id()));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");

        assertThat(order()).containsExactly(one.id());
    }

    private AlbumImages places() {
        return catalogue.albumImages();
    }

    private Set<ImageId> append(Image... images) {
        return write(() -> places().append(album.id(), Stream.of(images).map(Image::id).toList(), ada, NOON));
    }

    private Optional<Position> position(Image image) {
        return read(() -> places().position(album.id(), image.id()));
    }

    private Optional<Position> next(Optional<Position> after, Image except) {
        return read(() -> places().next(album.id(), after, except.id()));
    }

    private void cover(Image image) {
        Album current = read(() -> catalogue.albums().find(album.id())).orElseThrow();
        writing(() -> catalogue.albums().save(current.changed(new Album.Patch(Change.keep(), Change.keep(), Change.keep(),
                Change.keep(), Change.to(image.id()), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep()), NOON)));
    }

    private List<ImageId> order() {
        return paged(page -> catalogue.albumViews().images(viewer(ada), album.id(), AlbumSort.MANUAL, page)).stream()
                .map(view -> view.image().id()).toList();
    }
}
