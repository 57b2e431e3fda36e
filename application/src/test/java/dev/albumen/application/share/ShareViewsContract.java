package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.share.ShareViews.OpenedDelivery;
import dev.albumen.application.share.ShareViews.Search;
import dev.albumen.application.share.ShareViews.State;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Sha256;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reading of share links shows. */
public abstract class ShareViewsContract extends CatalogueContract {

    private Album album;
    private Image one;
    private Image two;
    private Image pending;
    private Image outside;

    @BeforeEach
    void fillAnAlbum() {
        album = kept(anAlbum().ownedBy(ada).titled("Sea").build());
        one = kept(anImage().ownedBy(ada).titled("One").build());
        two = kept(anImage().ownedBy(ada).build());
        pending = kept(anImage().ownedBy(ada).pending().build());
        outside = kept(anImage().ownedBy(ada).build());
        place(album, two, pending, one, kept(anImage().ownedBy(ada).trashedAt(NOON).build()));
    }

    @Test
    void opensAnAlbumByItsToken() {
        ShareLink link = kept(aShareLink().ownedBy(ada).to(album).build());

        assertThat(catalogue.shareViews().open(link.tokenHash())).contains(new ShareViews.Opened(
                new ShareAccess.Facts(link, true, true), "Sea", "", 2, album.sort(), null));
        assertThat(catalogue.shareViews().open(Sha256.of("unknown"))).isEmpty();
    }

    @Test
    void opensAnImageAndTellsWhetherItIsShown() {
        ShareLink link = kept(aShareLink().ownedBy(ada).to(one).build());
        ShareLink early = kept(aShareLink().ownedBy(ada).to(pending).build());

        assertThat(catalogue.shareViews().open(link.tokenHash())).contains(new ShareViews.Opened(
                new ShareAccess.Facts(link, true, true), "One", "", 1, AlbumSort.MANUAL, null));
        assertThat(catalogue.shareViews().open(early.tokenHash()).orElseThrow().facts().resourceShown()).isFalse();
    }

    @Test
    void opensWhateverTheLinksState() {
        ShareLink off = kept(aShareLink().ownedBy(ada).to(album).turnedOff().build());

        assertThat(catalogue.shareViews().open(off.tokenHash()).orElseThrow().facts().link()).isEqualTo(off);
    }

    @Test
    void deliversOnlyWhatTheLinkShows() {
        ShareLink link = kept(aShareLink().ownedBy(ada).to(album).build());

        assertThat(delivered(link, one)).map(OpenedDelivery::delivery).map(ImageViews.Delivery::id).contains(one.id());
        for (Image hidden : List.of(pending, outside, anImage().build())) {
            OpenedDelivery nothing = delivered(link, hidden).orElseThrow();
            assertThat(nothing.delivery()).isNull();
            assertThat(nothing.facts().link()).isEqualTo(link);
        }
        assertThat(catalogue.shareViews().openDelivery(Sha256.of("unknown"), one.id())).isEmpty();
    }

    @Test
    void listsWhatTheResourceShows() {
        SharedResource ofAlbum = new SharedResource.OfAlbum(album.id());

        assertThat(images(ofAlbum)).containsExactly(two.id(), one.id());
        assertThat(images(new SharedResource.OfImage(one.id()))).containsExactly(one.id());
        assertThat(images(new SharedResource.OfImage(pending.id()))).isEmpty();
        assertThat(catalogue.shareViews().image(ofAlbum, one.id())).map(view -> view.image().id()).contains(one.id());
        assertThat(catalogue.shareViews().image(ofAlbum, outside.id())).isEmpty();
        assertThat(catalogue.shareViews().image(new SharedResource.OfImage(one.id()), two.id())).isEmpty();
    }

    @Test
    void archivesWhatTheResourceShows() {
        SharedResource ofAlbum = new SharedResource.OfAlbum(album.id());
        SharedResource ofImage = new SharedResource.OfImage(one.id());

        assertThat(entries(ofAlbum)).containsExactly(two.id(), one.id());
        assertThat(entries(ofImage)).containsExactly(one.id());
        assertThat(entries(new SharedResource.OfImage(pending.id()))).isEmpty();
    }

    @Test
    void listsTheOwnersLinksNewestFirst() {
        ShareLink first = kept(aShareLink().ownedBy(ada).to(album).labelled("For Grandma").build());
        ShareLink off = kept(aShareLink().ownedBy(ada).to(one).turnedOff().build());
        ShareLink over = kept(aShareLink().ownedBy(ada).to(one).expiringAt(NOON.minusSeconds(1)).build());
        kept(aShareLink().ownedBy(bob).to(kept(anAlbum().ownedBy(bob).build())).build());

        assertThat(list(null, null, null)).containsExactly(over, off, first);
        assertThat(list(new SharedResource.OfImage(one.id()), null, null)).containsExactly(over, off);
        assertThat(list(null, State.ACTIVE, null)).containsExactly(first);
        assertThat(list(null, State.INACTIVE, null)).containsExactly(off);
        assertThat(list(null, State.EXPIRED, null)).containsExactly(over);
        assertThat(list(null, null, "grand")).containsExactly(first);
    }

    private ShareLink kept(ShareLink link) {
        writing(() -> catalogue.shareLinks().add(link));
        return link;
    }

    private Optional<OpenedDelivery> delivered(ShareLink link, Image image) {
        return catalogue.shareViews().openDelivery(link.tokenHash(), image.id());
    }

    private List<ImageId> images(SharedResource resource) {
        return paged(page -> catalogue.shareViews().images(resource, AlbumSort.MANUAL, page)).stream()
                .map(view -> view.image().id()).toList();
    }

    private List<ImageId> entries(SharedResource resource) {
        return paged(page -> catalogue.shareViews().entries(resource, page)).stream().map(ImageViews.Delivery::id).toList();
    }

    private List<ShareLink> list(@Nullable SharedResource resource, @Nullable State state, @Nullable String words) {
        return paged(page -> catalogue.shareViews().list(ada, new Search(resource, state, words), page, NOON));
    }
}
