package dev.albumen.application.share;

import dev.albumen.application.album.AlbumTree;
import dev.albumen.application.album.InMemoryAlbumViews;
import dev.albumen.application.album.InMemoryAlbums;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.image.InMemoryImageViews;
import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads share links in memory. */
public final class InMemoryShareViews implements ShareViews {

    private final InMemoryShareLinks links;
    private final InMemoryRecipients recipients;
    private final InMemoryShareCounts counts;
    private final InMemoryAlbums albums;
    private final InMemoryAlbumViews albumViews;
    private final InMemoryImages images;
    private final InMemoryImageViews views;
    private final AlbumTree tree;
    private final Predicate<UserId> active;
    private final Predicate<ShareId> takesSelections;

    /**
     * @param active whether an account is neither disabled nor on its way out
     * @param takesSelections whether a link lets its holders choose
     */
    public InMemoryShareViews(
            InMemoryShareLinks links, InMemoryRecipients recipients, InMemoryShareCounts counts, InMemoryAlbums albums, InMemoryAlbumViews albumViews,
            InMemoryImages images, InMemoryImageViews views, AlbumTree tree, Predicate<UserId> active,
            Predicate<ShareId> takesSelections) {
        this.links = links;
        this.recipients = recipients;
        this.counts = counts;
        this.albums = albums;
        this.albumViews = albumViews;
        this.images = images;
        this.views = views;
        this.tree = tree;
        this.active = active;
        this.takesSelections = takesSelections;
    }

    @Override
    public Page<Counted> list(UserId owner, Search search, PageRequest page, Instant now) {
        List<Counted> found = links.all().stream()
                .filter(link -> link.ownerId().equals(owner))
                .filter(link -> search.resource() == null || link.resource().equals(search.resource()))
                .filter(link -> search.state() == null || in(search.state(), link, now))
                .filter(link -> search.words() == null || link.label() != null
                        && link.label().toLowerCase(Locale.ROOT).contains(search.words().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing((ShareLink link) -> link.id().toString()).reversed())
                .map(link -> new Counted(link, counts.of(link.id())))
                .toList();
        return InMemoryPages.cut(found, page, one -> one.link().id().toString());
    }

    private boolean in(ShareState state, ShareLink link, Instant now) {
        return state == ShareState.EXPIRED ? link.expired(now) : ShareState.of(link, counts.of(link.id()), now) == state;
    }

    @Override
    public Optional<Opened> open(ShareKey key) {
        return links.all().stream().filter(link -> link.tokenHash().equals(key.tokenHash())).findFirst()
                .or(() -> links.all().stream().filter(link -> key.slug() != null && key.slug().equals(link.terms().slug())).findFirst())
                .or(() -> held(key))
                .map(this::opened);
    }

    private Optional<ShareLink> held(ShareKey key) {
        return recipients.all().stream().map(Recipients.Counted::recipient).filter(one -> one.tokenHash().equals(key.tokenHash()))
                .findFirst().flatMap(one -> links.find(one.shareId()).map(link -> link.heldBy(one)));
    }

    private Opened opened(ShareLink link) {
        int count = Math.toIntExact(shown(link.resource(), AlbumSort.MANUAL).count());
        return switch (link.resource()) {
            case SharedResource.OfAlbum(AlbumId id) -> opened(link, albums.find(id).orElseThrow(), count);
            case SharedResource.OfProject(AlbumId id) -> opened(link, albums.find(id).orElseThrow(), count);
            case SharedResource.OfImage(ImageId id) -> {
                Image image = images.find(id).orElseThrow();
                yield new Opened(facts(link, count == 1), image.title(), image.description(), count, AlbumSort.MANUAL, null,
                        link.letsChoose() && takesSelections.test(link.id()));
            }
        };
    }

    private Opened opened(ShareLink link, Album album, int count) {
        return new Opened(facts(link, true), album.title(), album.description(), count, album.sort(), album.coverImageId(),
                link.letsChoose() && takesSelections.test(link.id()));
    }

    private ShareAccess.Facts facts(ShareLink link, boolean shown) {
        return new ShareAccess.Facts(link, shown, active.test(link.ownerId()), counts.of(link.id()), link.recipient() == null
                ? ShareUsage.NONE : recipients.find(link.recipient().id()).orElseThrow().used());
    }

    @Override
    public CompletionStage<Optional<OpenedDelivery>> askDelivery(ShareKey key, ImageId image) {
        return CompletableFuture.completedFuture(openDelivery(key, image));
    }

    @Override
    public Optional<OpenedDelivery> openDelivery(ShareKey key, ImageId image) {
        return open(key).map(opened -> new OpenedDelivery(opened.facts(),
                all(opened.facts().link().resource()).filter(one -> one.id().equals(image))
                        .findFirst().map(one -> views.delivery(Viewer.ANONYMOUS, one)).orElse(null)));
    }

    @Override
    public Page<ImageView> images(SharedResource resource, AlbumSort sort, PageRequest page) {
        List<ImageView> all = shown(resource, sort).map(image -> views.listed(Viewer.ANONYMOUS, image.id())).toList();
        return InMemoryPages.cut(all, page, view -> view.image().id().toString());
    }

    @Override
    public Optional<ImageView> image(SharedResource resource, ImageId id) {
        return all(resource).filter(image -> image.id().equals(id)).findFirst()
                .map(image -> views.listed(Viewer.ANONYMOUS, id));
    }

    /** Whether {@link #image} has it, for those who ask for many. */
    public boolean shows(SharedResource resource, ImageId id) {
        return images.find(id).filter(InMemoryShareViews::isShown).isPresent() && switch (resource) {
            case SharedResource.OfAlbum(AlbumId album) -> albumViews.holds(album, id);
            case SharedResource.OfProject(AlbumId project) -> tree.within(project).stream().anyMatch(album -> albumViews.holds(album, id));
            case SharedResource.OfImage(ImageId image) -> image.equals(id);
        };
    }

    @Override
    public Optional<Leaf> leaf(SharedResource resource, AlbumSort sort, @Nullable ImageId from, int size) {
        List<ImageId> all = shown(resource, sort).map(Image::id).toList();
        int begin = from == null ? 0 : all.indexOf(from);
        if (begin < 0) {
            return Optional.empty();
        }
        int end = Math.min(all.size(), begin + size);
        List<ImageView> images = all.subList(begin, end).stream().map(id -> views.listed(Viewer.ANONYMOUS, id)).toList();
        return Optional.of(new Leaf(
                images, begin == 0, begin > size ? all.get(begin - size) : null, end < all.size() ? all.get(end) : null));
    }

    @Override
    public Optional<Framed> framed(SharedResource resource, AlbumSort sort, ImageId id, int leafSize) {
        List<ImageId> all = shown(resource, sort).map(Image::id).toList();
        int at = all.indexOf(id);
        if (at < 0) {
            return Optional.empty();
        }
        boolean watermarked = views.delivery(Viewer.ANONYMOUS, images.find(id).orElseThrow()).facts().watermarked();
        return Optional.of(new Framed(views.listed(Viewer.ANONYMOUS, id), watermarked, at == 0 ? null : all.get(at - 1),
                at + 1 == all.size() ? null : all.get(at + 1), at < leafSize));
    }

    @Override
    public Page<ImageViews.Delivery> entries(SharedResource resource, PageRequest page) {
        return switch (resource) {
            case SharedResource.OfAlbum(AlbumId id) -> albumViews.entries(id, page);
            case SharedResource.OfProject(AlbumId id) -> albumViews.entries(id, page);
            case SharedResource.OfImage image -> InMemoryPages.cut(
                    shown(image, AlbumSort.MANUAL).map(one -> views.delivery(Viewer.ANONYMOUS, one)).toList(), page,
                    delivery -> delivery.id().toString());
        };
    }

    /** What the resource shows at whatever place of it. */
    private Stream<Image> all(SharedResource resource) {
        return resource instanceof SharedResource.OfProject(AlbumId project)
                ? tree.within(project).stream().flatMap(id -> shown(new SharedResource.OfAlbum(id), AlbumSort.MANUAL))
                : shown(resource, AlbumSort.MANUAL);
    }

    private Stream<Image> shown(SharedResource resource, AlbumSort sort) {
        Stream<Image> all = switch (resource) {
            case SharedResource.OfAlbum(AlbumId id) -> albumViews.inOrder(id, sort);
            case SharedResource.OfProject(AlbumId id) -> albumViews.inOrder(id, sort);
            case SharedResource.OfImage(ImageId id) -> images.find(id).stream();
        };
        return all.filter(InMemoryShareViews::isShown);
    }

    private static boolean isShown(Image image) {
        return image.ready() && !image.trashed();
    }
}
