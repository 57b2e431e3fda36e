package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that knows how albums lie in each other. */
public abstract class AlbumTreeContract extends CatalogueContract {

    private Album top;
    private Album inner;
    private Album innermost;

    @BeforeEach
    void makeTree() {
        top = kept(anAlbum().ownedBy(ada).build());
        inner = kept(anAlbum().ownedBy(ada).in(top).build());
        innermost = kept(anAlbum().ownedBy(ada).in(inner).build());
    }

    @Test
    void tellsTheWayDown() {
        assertThat(path(innermost)).containsExactly(top.id(), inner.id(), innermost.id());
        assertThat(path(top)).containsExactly(top.id());
        assertThat(path(anAlbum().build())).isEmpty();
    }

    @Test
    void tellsHowManyLevelsThereAre() {
        kept(anAlbum().ownedBy(ada).in(top).build());

        assertThat(height(top)).isEqualTo(3);
        assertThat(height(inner)).isEqualTo(2);
        assertThat(height(innermost)).isEqualTo(1);
        assertThat(height(anAlbum().build())).isZero();
    }

    @Test
    void tellsWhatLiesInAnAlbumAfterIt() {
        Album second = kept(anAlbum().ownedBy(ada).in(top).build());
        kept(anAlbum().ownedBy(ada).build());

        assertThat(within(top)).startsWith(top.id()).endsWith(innermost.id())
                .containsExactlyInAnyOrder(top.id(), inner.id(), second.id(), innermost.id());
        assertThat(within(innermost)).containsExactly(innermost.id());
        assertThat(within(anAlbum().build())).isEmpty();
    }

    @Test
    void takesAllThatLiesInAnAlbumWithIt() {
        Album other = kept(anAlbum().ownedBy(ada).build());

        move(inner, Change.to(other.id()));
        assertThat(path(innermost)).containsExactly(other.id(), inner.id(), innermost.id());
        assertThat(height(top)).isEqualTo(1);
        assertThat(height(other)).isEqualTo(3);

        move(inner, Change.clear());
        assertThat(path(innermost)).containsExactly(inner.id(), innermost.id());
    }

    @Test
    void isToldByWhatAnAlbumSays() {
        assertThat(read(() -> catalogue.albums().find(inner.id())).map(Album::parentId)).isEqualTo(Optional.of(top.id()));
    }

    @Test
    void losesAllThatLiesInADeletedAlbum() {
        writing(() -> catalogue.albums().delete(inner.id()));

        assertThat(path(innermost)).isEmpty();
        assertThat(height(top)).isEqualTo(1);
    }

    private void move(Album album, Change<AlbumId> parent) {
        writing(() -> {
            catalogue.albumTree().lock(ada);
            catalogue.albums().save(catalogue.albums().find(album.id()).orElseThrow().changed(new Album.Patch(Change.keep(),
                    Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.<AlbumSort>keep(), Change.keep(),
                    Change.keep(), parent, Change.keep()), album.createdAt()));
        });
    }

    private List<AlbumId> within(Album album) {
        return read(() -> catalogue.albumTree().within(album.id()));
    }

    private List<AlbumId> path(Album album) {
        return read(() -> catalogue.albumTree().path(album.id()));
    }

    private int height(Album album) {
        return read(() -> catalogue.albumTree().height(album.id()));
    }
}
