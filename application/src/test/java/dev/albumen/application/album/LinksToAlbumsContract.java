package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import org.junit.jupiter.api.Test;

/** What everything does that ends links to albums. */
public abstract class LinksToAlbumsContract extends CatalogueContract {

    @Test
    void endsTheLinksToAnAlbumAndToAllInItAndNoOthers() {
        Album outer = kept(anAlbum().ownedBy(ada).build());
        Album album = kept(anAlbum().ownedBy(ada).in(outer).build());
        Album inner = kept(anAlbum().ownedBy(ada).in(album).build());
        Image image = kept(anImage().ownedBy(ada).build());
        ShareLink to = added(aShareLink().toProject(album));
        ShareLink within = added(aShareLink().to(inner).turnedOff());
        ShareLink above = added(aShareLink().to(outer));
        ShareLink other = added(aShareLink().to(image));

        assertThat(end(album)).isEqualTo(2);
        assertThat(end(album)).isZero();

        assertThat(is(to)).isFalse();
        assertThat(is(within)).isFalse();
        assertThat(is(above)).isTrue();
        assertThat(is(other)).isTrue();
    }

    private int end(Album album) {
        return write(() -> catalogue.linksToAlbums().end(album.id()));
    }

    private boolean is(ShareLink link) {
        return read(() -> catalogue.shareLinks().find(link.id())).isPresent();
    }

    private ShareLink added(ShareLinkBuilder builder) {
        ShareLink link = builder.ownedBy(ada).build();
        writing(() -> catalogue.shareLinks().add(link));
        return link;
    }
}
