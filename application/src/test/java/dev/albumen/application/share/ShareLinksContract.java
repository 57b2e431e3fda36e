package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.SharePatchBuilder.changes;
import static dev.albumen.domain.shared.Refusals.codeOf;
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
                .withPassword("$x$1").called("for-bob").startingAt(NOON).viewed(1).downloaded(1_000_000).takingUploads()
                .takingComments().allowing(Download.ORIGINAL).showingMetadata());
        ShareLink toImage = added(aShareLink().to(image).turnedOff());

        assertThat(find(toAlbum)).contains(toAlbum);
        assertThat(find(toImage)).contains(toImage);
        assertThat(find(aShareLink().build())).isEmpty();
    }

    @Test
    void savesEverythingThatChanges() {
        ShareLink link = added(aShareLink().to(album));
        ShareLink changed = link.changed(changes().label(Change.to("x")).slug(Change.to("the-sea"))
                .times(Change.to(NOON), Change.to(NOON.plusSeconds(9))).limits(Change.to(3), Change.to(4))
                .download(Change.to(Download.PREVIEW)).rights(Change.to(true)).looks(Change.to(true), Change.to(true))
                .password(Change.to("$x$2")).active(Change.to(false)).build(), NOON.plusSeconds(1));

        ShareLink saved = write(() -> catalogue.shareLinks().save(changed));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
        assertThat(find(link)).contains(saved);
    }

    @Test
    void givesASlugToOneLinkAtATime() {
        ShareLink first = added(aShareLink().to(album).called("the-sea"));
        ShareLink second = added(aShareLink().to(album).called("the-lake"));
        ShareLink third = aShareLink().ownedBy(bob).to(kept(anAlbum().ownedBy(bob).build())).called("the-sea").build();

        assertThat(codeOf(() -> writing(() -> catalogue.shareLinks().add(third)))).isEqualTo("slug-taken");
        assertThat(codeOf(() -> writing(() -> catalogue.shareLinks().save(
                second.changed(changes().slug(Change.to("the-sea")).build(), NOON))))).isEqualTo("slug-taken");
        writing(() -> catalogue.shareLinks().delete(first.id()));
        writing(() -> catalogue.shareLinks().add(third));
        assertThat(find(second)).contains(second);
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
