package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.RecipientBuilder.aRecipient;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.ShareLinkBuilder.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.share.ShareViews.Framed;
import dev.albumen.application.share.ShareViews.Leaf;
import dev.albumen.application.share.ShareViews.OpenedDelivery;
import dev.albumen.application.share.ShareViews.Search;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientBuilder;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.share.Slug;
import dev.albumen.domain.shared.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

        assertThat(catalogue.shareViews().open(key(link))).contains(new ShareViews.Opened(
                new ShareAccess.Facts(link, true, true, ShareUsage.NONE), "Sea", "", 2, album.sort(), null, false));
        assertThat(catalogue.shareViews().open(ShareKey.of("unknown"))).isEmpty();
    }

    @Test
    void tellsWhetherTheLinkTakesSelections() {
        ShareLink link = kept(aShareLink().ownedBy(ada).to(album).build());
        writing(() -> catalogue.selectionConfigs().save(new SelectionConfig(
                link.id(), true, null, null, true, false, false, false, false, null, NOON, 0)));

        assertThat(catalogue.shareViews().open(key(link)).orElseThrow().takesSelections()).isTrue();
    }

    @Test
    void opensARecipientsAddressAsTheyHaveTheLink() {
        ShareLink link = kept(aShareLink().ownedBy(ada).to(album).allowing(Download.ORIGINAL).build());
        Recipient bob = aRecipient().of(link).named("Bob").allowing(Download.PREVIEW).viewing(3).build();
        writing(() -> catalogue.recipients().add(bob));
        writing(() -> catalogue.recipients().countView(bob.id(), NOON));
        ShareKey key = ShareKey.of(RecipientBuilder.token(bob));

        ShareAccess.Facts facts = new ShareAccess.Facts(link.heldBy(bob), true, true, ShareUsage.NONE, new ShareUsage(1, 0));
        assertThat(catalogue.shareViews().open(key)).contains(new ShareViews.Opened(facts, "Sea", "", 2, album.sort(), null, false));
        assertThat(catalogue.shareViews().openDelivery(key, one.id()).orElseThrow().facts()).isEqualTo(facts);
        assertThat(catalogue.shareViews().open(key(link)).orElseThrow().facts().link()).isEqualTo(link);
        writing(() -> catalogue.recipients().delete(bob.id()));
        assertThat(catalogue.shareViews().open(key)).isEmpty();
    }

    @Test
    void opensBySlugWhatNoTokenOpens() {
        ShareLink link = kept(aShareLink().ownedBy(ada).to(album).called("the-sea").build());
        ShareLink other = kept(aShareLink().ownedBy(ada).to(one).build());
        ShareKey both = new ShareKey(other.tokenHash(), new Slug("the-sea"));

        assertThat(catalogue.shareViews().open(ShareKey.of("the-sea")).orElseThrow().facts().link()).isEqualTo(link);
        assertThat(catalogue.shareViews().openDelivery(ShareKey.of("the-sea"), two.id()).orElseThrow().delivery()).isNotNull();
        assertThat(catalogue.shareViews().open(ShareKey.of("the-seas"))).isEmpty();
        assertThat(catalogue.shareViews().open(both).orElseThrow().facts().link()).isEqualTo(other);
    }

    @Test
    void tellsHowOftenALinkWasUsed() {
        ShareLink link = kept(aShareLink().ownedBy(ada).to(album).viewed(1).build());
        ShareLink open = kept(aShareLink().ownedBy(ada).to(album).viewed(2).build());
        catalogue.shareCounts().countView(link.id());
        catalogue.shareCounts().countView(open.id());

        assertThat(catalogue.shareViews().open(key(link)).orElseThrow().facts().used()).isEqualTo(new ShareUsage(1, 0));
        assertThat(catalogue.shareViews().openDelivery(key(link), one.id()).orElseThrow().facts().used()).isEqualTo(new ShareUsage(1, 0));
        assertThat(list(null, ShareState.USED_UP, null)).containsExactly(link);
        assertThat(list(null, ShareState.ACTIVE, null)).containsExactly(open);
        assertThat(paged(page -> catalogue.shareViews().list(ada, new Search(null, null, null), page, NOON)))
                .extracting(ShareViews.Counted::used).containsOnly(new ShareUsage(1, 0));
    }

    @Test
    void opensAnImageAndTellsWhetherItIsShown() {
        ShareLink link = kept(aShareLink().ownedBy(ada).to(one).build());
        ShareLink early = kept(aShareLink().ownedBy(ada).to(pending).build());

        assertThat(catalogue.shareViews().open(key(link))).contains(new ShareViews.Opened(
                new ShareAccess.Facts(link, true, true, ShareUsage.NONE), "One", "", 1, AlbumSort.MANUAL, null, false));
        assertThat(catalogue.shareViews().open(key(early)).orElseThrow().facts().resourceShown()).isFalse();
    }

    @Test
    void opensWhateverTheLinksState() {
        ShareLink off = kept(aShareLink().ownedBy(ada).to(album).turnedOff().build());

        assertThat(catalogue.shareViews().open(key(off)).orElseThrow().facts().link()).isEqualTo(off);
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
        assertThat(catalogue.shareViews().openDelivery(ShareKey.of("unknown"), one.id())).isEmpty();
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
    void showsLeavesThatCanBeTurnedBothWays() {
        List<ImageId> all = filled(7);

        for (AlbumSort sort : AlbumSort.values()) {
            List<ImageId> order = inOrder(sort);
            assertThat(order).containsExactlyInAnyOrderElementsOf(all);
            assertLeaf(leaf(sort, null, 3), order.subList(0, 3), true, null, order.get(3));
            assertLeaf(leaf(sort, order.get(3), 3), order.subList(3, 6), false, null, order.get(6));
            assertLeaf(leaf(sort, order.get(6), 3), order.subList(6, 7), false, order.get(3), null);
            assertLeaf(leaf(sort, order.get(2), 3), order.subList(2, 5), false, null, order.get(5));
            assertLeaf(leaf(sort, order.get(0), 7), order, true, null, null);
        }
    }

    @Test
    void showsNoLeafThatBeginsWithWhatIsNotShown() {
        SharedResource ofAlbum = new SharedResource.OfAlbum(album.id());

        for (Image hidden : List.of(pending, outside, anImage().build())) {
            assertThat(catalogue.shareViews().leaf(ofAlbum, AlbumSort.MANUAL, hidden.id(), 3)).isEmpty();
            assertThat(catalogue.shareViews().framed(ofAlbum, AlbumSort.MANUAL, hidden.id(), 3)).isEmpty();
        }
        Album empty = kept(anAlbum().ownedBy(ada).build());
        assertThat(catalogue.shareViews().leaf(new SharedResource.OfAlbum(empty.id()), AlbumSort.MANUAL, null, 3))
                .contains(new Leaf(List.of(), true, null, null));
    }

    @Test
    void showsALinkedImageByItself() {
        SharedResource ofImage = new SharedResource.OfImage(one.id());

        assertLeaf(catalogue.shareViews().leaf(ofImage, AlbumSort.MANUAL, null, 3), List.of(one.id()), true, null, null);
        Framed framed = catalogue.shareViews().framed(ofImage, AlbumSort.MANUAL, one.id(), 3).orElseThrow();
        assertThat(framed.image().image().id()).isEqualTo(one.id());
        assertThat(framed).extracting(Framed::previous, Framed::next, Framed::onFirstLeaf).containsExactly(null, null, true);
        assertThat(catalogue.shareViews().framed(ofImage, AlbumSort.MANUAL, two.id(), 3)).isEmpty();
    }

    @Test
    void showsAnImageBetweenItsNeighbours() {
        filled(4);

        for (AlbumSort sort : AlbumSort.values()) {
            List<ImageId> order = inOrder(sort);
            assertFramed(framed(sort, order.get(0)), null, order.get(1), true);
            assertFramed(framed(sort, order.get(2)), order.get(1), order.get(3), true);
            assertFramed(framed(sort, order.get(3)), order.get(2), null, false);
        }
    }

    @Test
    void tellsOfANeighbourlyImageWhetherItIsMarked() {
        Image marked = kept(anImage().ownedBy(ada).watermarked().build());
        place(album, marked);
        Image within = kept(anImage().ownedBy(ada).build());
        place(album, within);
        place(kept(anAlbum().ownedBy(ada).watermarked().build()), within);

        assertThat(framed(AlbumSort.MANUAL, one.id()).watermarked()).isFalse();
        assertThat(framed(AlbumSort.MANUAL, marked.id()).watermarked()).isTrue();
        assertThat(framed(AlbumSort.MANUAL, within.id()).watermarked()).isTrue();
    }

    /** So many images in the album, some of them with the same time. */
    private List<ImageId> filled(int count) {
        List<Image> more = IntStream.range(2, count).mapToObj(i -> {
            Image image = anImage().ownedBy(ada).named("n" + (9 - i) + ".jpg").build();
            return kept(image.changed(taken(NOON.plusSeconds(i / 2)), NOON));
        }).toList();
        place(album, more.toArray(Image[]::new));
        return Stream.concat(Stream.of(two, one), more.stream()).map(Image::id).toList();
    }

    private static Image.Patch taken(Instant time) {
        return new Image.Patch(Change.keep(), Change.keep(), Change.to(time), Change.keep());
    }

    private List<ImageId> inOrder(AlbumSort sort) {
        return paged(page -> catalogue.shareViews().images(new SharedResource.OfAlbum(album.id()), sort, page)).stream()
                .map(view -> view.image().id()).toList();
    }

    private Optional<Leaf> leaf(AlbumSort sort, @Nullable ImageId from, int size) {
        return catalogue.shareViews().leaf(new SharedResource.OfAlbum(album.id()), sort, from, size);
    }

    private Framed framed(AlbumSort sort, ImageId id) {
        return catalogue.shareViews().framed(new SharedResource.OfAlbum(album.id()), sort, id, 3).orElseThrow();
    }

    private static void assertLeaf(
            Optional<Leaf> leaf, List<ImageId> images, boolean first, @Nullable ImageId previous, @Nullable ImageId next) {
        assertThat(leaf.orElseThrow().images()).extracting(view -> view.image().id()).containsExactlyElementsOf(images);
        assertThat(leaf.orElseThrow()).extracting(Leaf::first, Leaf::previous, Leaf::next).containsExactly(first, previous, next);
    }

    private static void assertFramed(Framed framed, @Nullable ImageId previous, @Nullable ImageId next, boolean onFirstLeaf) {
        assertThat(framed).extracting(Framed::previous, Framed::next, Framed::onFirstLeaf)
                .containsExactly(previous, next, onFirstLeaf);
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
        ShareLink soon = kept(aShareLink().ownedBy(ada).to(two).startingAt(NOON.plusSeconds(1)).build());
        kept(aShareLink().ownedBy(bob).to(kept(anAlbum().ownedBy(bob).build())).build());

        assertThat(list(null, null, null)).containsExactly(soon, over, off, first);
        assertThat(list(new SharedResource.OfImage(one.id()), null, null)).containsExactly(over, off);
        assertThat(list(null, ShareState.SCHEDULED, null)).containsExactly(soon);
        assertThat(list(null, ShareState.ACTIVE, null)).containsExactly(first);
        assertThat(list(null, ShareState.INACTIVE, null)).containsExactly(off);
        assertThat(list(null, ShareState.EXPIRED, null)).containsExactly(over);
        assertThat(list(null, null, "grand")).containsExactly(first);
    }

    private static ShareKey key(ShareLink link) {
        return ShareKey.of(token(link));
    }

    private ShareLink kept(ShareLink link) {
        writing(() -> catalogue.shareLinks().add(link));
        return link;
    }

    private Optional<OpenedDelivery> delivered(ShareLink link, Image image) {
        Optional<OpenedDelivery> found = catalogue.shareViews().openDelivery(key(link), image.id());
        assertThat(catalogue.shareViews().askDelivery(key(link), image.id()).toCompletableFuture()).succeedsWithin(Duration.ofMinutes(1))
                .isEqualTo(found);
        return found;
    }

    private List<ImageId> images(SharedResource resource) {
        return paged(page -> catalogue.shareViews().images(resource, AlbumSort.MANUAL, page)).stream()
                .map(view -> view.image().id()).toList();
    }

    private List<ImageId> entries(SharedResource resource) {
        return paged(page -> catalogue.shareViews().entries(resource, page)).stream().map(ImageViews.Delivery::id).toList();
    }

    private List<ShareLink> list(@Nullable SharedResource resource, @Nullable ShareState state, @Nullable String words) {
        return paged(page -> catalogue.shareViews().list(ada, new Search(resource, state, words), page, NOON)).stream()
                .map(ShareViews.Counted::link).toList();
    }
}
