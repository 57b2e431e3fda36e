package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.shared.Change;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of share links does. */
public abstract class ShareLinksContract extends CatalogueContract {

    private Album album;

    @BeforeEach
    void makeAlbum() {
        album = kept(anAlbum().ownedBy(ada).build());
    }

    @Test
    void findsALinkAsItWasAdded() {
        Image image = kept(anImage().ownedBy(ada).build());
        ShareLink toAlbum = added(aShareLink().to(album).labelled("For Bob").expiringAt(NOON.plusSeconds(60))
                .withPassword("$x$1").allowing(Download.ORIGINAL).showingMetadata());
        ShareLink toImage = added(aShareLink().to(image).turnedOff());

        assertThat(find(toAlbum)).contains(toAlbum);
        assertThat(find(toImage)).contains(toImage);
        assertThat(find(aShareLink().build())).isEmpty();
    }

    @Test
    void savesEverythingThatChanges() {
        ShareLink link = added(aShareLink().to(album));
        ShareLink changed = link.changed(new ShareLink.Patch(Change.to("x"), Change.to(NOON.plusSeconds(9)), Change.to("$x$2"),
                Change.to(Download.PREVIEW), Change.to(true), Change.to(false), Change.to(true)), NOON.plusSeconds(1));

        ShareLink saved = write(() -> catalogue.shareLinks().save(changed));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
        assertThat(find(link)).contains(saved);
    }

    @Test
    void refusesToSaveOverAnotherChange() {
        ShareLink link = added(aShareLink().to(album));
        writing(() -> catalogue.shareLinks().save(link));

        assertStale(() -> write(() -> catalogue.shareLinks().save(link)));
        assertStale(() -> write(() -> catalogue.shareLinks().save(aShareLink().ownedBy(ada).to(album).build())));
    }

    @Test
    void deletesOneLink() {
        ShareLink link = added(aShareLink().to(album));
        ShareLink stays = added(aShareLink().to(album));

        writing(() -> catalogue.shareLinks().delete(link.id()));
        writing(() -> catalogue.shareLinks().delete(link.id()));

        assertThat(find(link)).isEmpty();
        assertThat(find(stays)).isPresent();
    }

    private ShareLink added(ShareLinkBuilder builder) {
        ShareLink link = builder.ownedBy(ada).build();
        writing(() -> catalogue.shareLinks().add(link));
        return link;
    }

    private Optional<ShareLink> find(ShareLink link) {
        return read(() -> catalogue.shareLinks().find(link.id()));
    }
}
