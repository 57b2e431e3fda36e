package dev.albumen.rest.share.page;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.BrowseShare;
import dev.albumen.application.share.BrowseSharedImage;
import dev.albumen.application.share.ProjectViews;
import dev.albumen.application.share.ShareViews;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.share.SharedImageUrls;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the pages of what a link opens. */
@Singleton
final class SharePages {

    /** As many as a few screens show. */
    static final int LEAF = 100;
    /** Those that are seen before anybody scrolls. */
    private static final int AT_ONCE = 8;

    private final SharedImageUrls urls;
    private final Assets assets;
    private final Cards cards;

    SharePages(SharedImageUrls urls, Assets assets, Cards cards) {
        this.urls = urls;
        this.assets = assets;
        this.cards = cards;
    }

    /** Of a link's page, as it is asked for. */
    String address(HttpRequest<?> request, Place place) {
        return cards.address(request, place.address());
    }

    Head head(String title, Head.@Nullable Card card) {
        return new Head(title, assets.style(), assets.icon(), card);
    }

    AlbumPage album(HttpRequest<?> request, Place place, BrowseShare.Shown shown, Choosing.@Nullable Choice choice) {
        ShareViews.Opened share = shown.open().share();
        ShareLink link = share.facts().link();
        ShareViews.Leaf leaf = shown.leaf();
        String title = Words.title(share);
        String token = place.token();
        String page = place.address();
        String count = Words.contents(share.imageCount(), shown.albums().size());
        ImageView first = cover(shown);
        Head.Card card = cards.of(request, page, title, share.description().isBlank() ? count : share.description(), first,
                first == null ? null : urls.of(token, link, first));
        return new AlbumPage(head(title, card), title, label(link, title), share.description(), count,
                link.expiresAt() == null ? null : new AlbumPage.Day(link.expiresAt().toString(), Words.day(link.expiresAt())),
                share.imageCount() == 0 && shown.albums().isEmpty() ? List.of() : archives(place, shown.open().holder()),
                place.album() == null ? null : place.at(shown.holder()).address(), parts(place, link, shown.albums()),
                tiles(place, link, leaf, choice),
                leaf.first() || leaf.images().isEmpty() ? null : leaf.images().getFirst().image().id().toString(),
                Bar.of(choice, "/s/" + token + "/selection"), leaf.first() ? null : leaf.previous() == null ? page : page + "?from=" + leaf.previous(),
                leaf.next() == null ? null : page + "?from=" + leaf.next());
    }

    /** For whom it is, or else what its owner calls it. */
    private static @Nullable String label(ShareLink link, String title) {
        if (link.recipient() != null) {
            return "For " + link.recipient().name();
        }
        return title.equals(link.label()) ? null : link.label();
    }

    /** The album's cover where it is in sight, or else the first picture there is. */
    static @Nullable ImageView cover(BrowseShare.Shown shown) {
        List<ImageView> images = shown.leaf().images();
        return images.stream().filter(view -> view.image().id().equals(shown.open().share().coverImageId())).findFirst()
                .or(() -> images.stream().findFirst())
                .or(() -> shown.albums().stream().map(ProjectViews.SharedAlbum::cover).filter(Objects::nonNull).findFirst())
                .orElse(null);
    }

    private static List<Button> archives(Place place, Viewer.LinkHolder holder) {
        String archive = "/api/v1/public/shares/" + place.token() + "/archive?" + (place.album() == null ? "" : "album=" + place.album() + "&")
                + "size=";
        Set<Viewer.Grant> grants = holder.grants();
        List<Button> buttons = new ArrayList<>();
        if (grants.contains(Viewer.Grant.DOWNLOAD_ORIGINAL)) {
            buttons.add(new Button("Download originals", archive + "original"));
        }
        if (grants.contains(Viewer.Grant.DOWNLOAD_PREVIEW)) {
            buttons.add(new Button(buttons.isEmpty() ? "Download all" : "Download for screens", archive + "2048"));
        }
        return buttons;
    }

    private List<AlbumPage.Part> parts(Place place, ShareLink link, List<ProjectViews.SharedAlbum> albums) {
        return albums.stream().map(album -> new AlbumPage.Part(place.at(album.id()).address(), album.title(),
                Words.pictures(album.imageCount()), album.cover() == null ? null
                        : Pictures.tile(album.cover(), urls.of(place.token(), link, album.cover()), false))).toList();
    }

    private List<Tile> tiles(Place place, ShareLink link, ShareViews.Leaf leaf, Choosing.@Nullable Choice choice) {
        return IntStream.range(0, leaf.images().size()).mapToObj(i -> {
            ImageView view = leaf.images().get(i);
            Video film = Words.film(view.image());
            String id = view.image().id().toString();
            return new Tile(id, place.address() + "/i/" + id, Pictures.tile(view, urls.of(place.token(), link, view), i < AT_ONCE),
                    view.image().title(), film == null ? null : Words.playing(film),
                    Pick.of(choice, place, view.image().id()));
        }).toList();
    }

    ImagePage image(
            HttpRequest<?> request, Place place, BrowseSharedImage.Shown shown, Choosing.@Nullable Choice choice, @Nullable TalkPart talk) {
        ShareViews.Opened share = shown.open().share();
        ShareLink link = share.facts().link();
        ImageView view = shown.framed().image();
        ImageBodies.Urls addresses = urls.of(place.token(), link, view);
        Picture picture = Pictures.alone(view, addresses);
        boolean alone = link.resource() instanceof SharedResource.OfImage;
        String title = view.image().title();
        String name = title != null ? title : Words.title(share);
        String page = place.address() + (alone ? "" : "/i/" + view.image().id());
        String description = view.image().description();
        Set<Viewer.Grant> grants = shown.open().holder().grants();
        String original = grants.contains(Viewer.Grant.DOWNLOAD_ORIGINAL)
                && !ShareAccess.marked(link, shown.framed().watermarked()) ? addresses.original() : null;
        return new ImagePage(
                head(title == null || alone ? name : title + " · " + Words.title(share),
                        cards.of(request, page, name, description.isBlank() ? Words.title(share) : description, view, addresses)),
                title, description, alone ? null : new ImagePage.Way(Words.title(share), back(place, shown.framed())),
                picture, picture.sources() == null ? null : Pictures.under(picture, view, addresses), film(view, original), neighbour(place, shown.framed().previous()),
                neighbour(place, shown.framed().next()),
                grants.contains(Viewer.Grant.SEE_METADATA) ? Facts.of(view.image()) : List.of(), downloads(view, addresses, original, grants),
                Bar.of(choice, "/s/" + place.token() + "/selection"), Pick.of(choice, place, view.image().id()), talk);
    }

    /** To where the image is in sight again. */
    private static String back(Place place, ShareViews.Framed framed) {
        ImageId id = framed.image().image().id();
        return place.address() + (framed.onFirstLeaf() ? "" : "?from=" + id) + "#i-" + id;
    }

    private static ImagePage.@Nullable Film film(ImageView view, @Nullable String original) {
        return Words.film(view.image()) == null || original == null ? null
                : new ImagePage.Film(original, view.image().mediaType().mimeType());
    }

    private static @Nullable String neighbour(Place place, @Nullable ImageId id) {
        return id == null ? null : place.address() + "/i/" + id;
    }

    private static List<Button> downloads(
            ImageView view, ImageBodies.Urls addresses, @Nullable String original, Set<Viewer.Grant> grants) {
        List<Button> buttons = new ArrayList<>();
        if (original != null) {
            buttons.add(new Button("Download original", original));
        }
        if (grants.contains(Viewer.Grant.DOWNLOAD_PREVIEW) && Words.film(view.image()) == null) {
            buttons.add(new Button(buttons.isEmpty() ? "Download" : "Download for screens", addresses.large()));
        }
        return buttons;
    }
}
