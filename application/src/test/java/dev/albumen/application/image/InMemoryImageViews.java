package dev.albumen.application.image;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads images in memory, asking the policy about each. */
public final class InMemoryImageViews implements ImageViews {

    private final InMemoryImages images;
    private final BiFunction<Viewer, ImageId, Reach> reach;
    private final Predicate<ImageId> underReview;
    private final Function<ImageId, List<ImageView.Tag>> tags;
    private final Function<UserId, List<ImageId>> favorites;
    private final BiFunction<Viewer, ImageId, ImageView.Opinions> opinions;
    private final BiFunction<SessionId, Instant, Optional<Viewer.Member>> sessions;
    private final Function<AlbumId, List<ImageId>> inAlbum;
    private final Predicate<ImageId> markedByAlbum;
    private final Function<UserId, String> names;
    private final Function<UserId, Optional<MarkStyle>> marks;
    private final BiFunction<Viewer, Image, InMemoryCriteria.Beside> beside;

    /**
     * @param reach what albums make the viewer to an image
     * @param underReview whether moderators are to look at an image
     * @param favorites a user's, last marked first
     * @param opinions what people say of an image
     * @param sessions whose a session is at that time; empty where it has ended
     * @param inAlbum the images of an album
     * @param markedByAlbum whether an album that holds the image asks for a mark
     * @param names what users are called
     * @param marks users' own
     * @param beside what is known of an image elsewhere, as the viewer sees it
     */
    public InMemoryImageViews(
            InMemoryImages images, BiFunction<Viewer, ImageId, Reach> reach, Predicate<ImageId> underReview,
            Function<ImageId, List<ImageView.Tag>> tags, Function<UserId, List<ImageId>> favorites, BiFunction<Viewer, ImageId, ImageView.Opinions> opinions,
            BiFunction<SessionId, Instant, Optional<Viewer.Member>> sessions,
            Function<AlbumId, List<ImageId>> inAlbum, Predicate<ImageId> markedByAlbum, Function<UserId, String> names,
            Function<UserId, Optional<MarkStyle>> marks, BiFunction<Viewer, Image, InMemoryCriteria.Beside> beside) {
        this.images = images;
        this.reach = reach;
        this.underReview = underReview;
        this.tags = tags;
        this.favorites = favorites;
        this.opinions = opinions;
        this.sessions = sessions;
        this.inAlbum = inAlbum;
        this.markedByAlbum = markedByAlbum;
        this.names = names;
        this.marks = marks;
        this.beside = beside;
    }

    @Override
    public Optional<ImageView> find(Viewer viewer, ImageId id) {
        return images.find(id).filter(image -> sees(viewer, facts(viewer, image)))
                .map(image -> view(viewer, image, reachById(viewer, id)));
    }

    @Override
    public Page<ImageView> search(Viewer viewer, ImageSearch search, PageRequest page) {
        List<ImageView> found = images.all().reversed().stream()
                .filter(image -> !image.trashed() && seen(viewer, image))
                .filter(image -> search.album() != null
                        ? inAlbum.apply(search.album()).contains(image.id())
                        : Optional.of(image.ownerId()).equals(Optional.ofNullable(search.owner()).or(viewer::user)))
                .map(image -> quiet(view(viewer, image)))
                .filter(view -> meets(viewer, view, search))
                .sorted(order(search))
                .toList();
        return cut(found, page);
    }

    @Override
    public List<ImageId> own(UserId owner, ImageSearch search, int most) {
        Viewer.Member viewer = new Viewer.Member(owner, Role.USER, new SessionId(owner.value()));
        return images.all().reversed().stream()
                .filter(image -> !image.trashed() && image.ownerId().equals(owner))
                .filter(image -> meets(viewer, quiet(view(viewer, image)), search))
                .map(Image::id).limit(most).toList();
    }

    private boolean meets(Viewer viewer, ImageView view, ImageSearch search) {
        InMemoryCriteria criteria = new InMemoryCriteria(viewer, view, beside.apply(viewer, view.image()));
        boolean everything = viewer.is(Role.ADMIN) || (search.album() == null && viewer.user().equals(Optional.of(view.image().ownerId())));
        return search.criteria().stream().allMatch(criteria::meets)
                && search.words().stream().allMatch(word -> criteria.says(word, everything));
    }

    /** Of the orders, only those that no test of a whole database covers. */
    private static Comparator<ImageView> order(ImageSearch search) {
        Comparator<ImageView> likes = Comparator.<ImageView>comparingInt(view -> view.opinions().likeCount())
                .thenComparing(view -> view.image().id().toString());
        return switch (search.sort()) {
            case LIKE_COUNT -> likes;
            case LIKE_COUNT_DESCENDING -> likes.reversed();
            case null, default -> (one, other) -> 0;
        };
    }

    @Override
    public Page<ImageView> trash(UserId owner, PageRequest page) {
        return cut(images.trashOf(owner, Integer.MAX_VALUE).reversed().stream()
                .map(image -> quiet(new ImageView(image, Reach.MEMBER, false, ImageView.Opinions.NONE, tags.apply(image.id())))).toList(), page);
    }

    @Override
    public Page<ImageView> favorites(Viewer viewer, PageRequest page) {
        return cut(favorites.apply(viewer.member().userId()).stream()
                .flatMap(id -> images.find(id).stream()).filter(image -> !image.trashed() && seen(viewer, image))
                .map(image -> quiet(view(viewer, image))).toList(), page);
    }

    @Override
    public Map<ImageId, ImageAccess.Facts> facts(Viewer viewer, Set<ImageId> ids) {
        return ids.stream().flatMap(id -> images.find(id).stream())
                .collect(Collectors.toMap(Image::id, image -> facts(viewer, image)));
    }

    @Override
    public Optional<Delivery> delivery(Viewer viewer, ImageId id) {
        return images.find(id).map(image -> delivery(viewer, image));
    }

    @Override
    public CompletionStage<Optional<DeliveryVia>> deliveryVia(SessionId session, ImageId id, Instant now) {
        return CompletableFuture.completedFuture(sessions.apply(session, now).flatMap(
                member -> delivery(member, id).map(delivery -> new DeliveryVia(member, delivery))));
    }

    /** The image as the viewer sees it, raw metadata left out. Whether they may is not asked. */
    public ImageView listed(Viewer viewer, ImageId id) {
        return quiet(view(viewer, images.find(id).orElseThrow()));
    }

    /** Whether lists show the image to the viewer, as far as that is the policy's to say. */
    public boolean seen(Viewer viewer, Image image) {
        return sees(viewer, ImageAccess.Facts.of(image, reach.apply(viewer, image.id()), false));
    }

    private static boolean sees(Viewer viewer, ImageAccess.Facts facts) {
        return ImageAccess.allowed(viewer, facts).contains(ImageAction.VIEW);
    }

    public Delivery delivery(Viewer viewer, Image image) {
        return new Delivery(image.id(), facts(viewer, image), image.status(), image.filename(), image.mediaType(),
                image.byteSize(), image.sha256(), image.dimensions(), names.apply(image.ownerId()), marks.apply(image.ownerId()).orElse(null));
    }

    private ImageAccess.Facts facts(Viewer viewer, Image image) {
        return ImageAccess.Facts.of(image, reachById(viewer, image.id()), markedByAlbum.test(image.id()));
    }

    private Reach reachById(Viewer viewer, ImageId id) {
        Reach byAlbums = reach.apply(viewer, id);
        return byAlbums == Reach.NONE && ImageAccess.reviews(viewer) && underReview.test(id) ? Reach.REVIEW : byAlbums;
    }

    private ImageView view(Viewer viewer, Image image) {
        return view(viewer, image, reach.apply(viewer, image.id()));
    }

    private ImageView view(Viewer viewer, Image image, Reach reach) {
        boolean favorite = viewer.user().map(user -> favorites.apply(user).contains(image.id())).orElse(false);
        return new ImageView(image, reach, favorite, opinions.apply(viewer, image.id()), tags.apply(image.id()));
    }

    private static ImageView quiet(ImageView view) {
        Image image = view.image();
        Image listed = new Image(image.id(), image.ownerId(), image.filename(), image.mediaType(), image.byteSize(),
                image.sha256(), image.dimensions(), image.takenAt(), image.status(), image.title(), image.description(),
                image.watermark(), image.metadata().withoutRaw(), image.trashedAt(), image.createdAt(), image.updatedAt(),
                image.version());
        return new ImageView(listed, view.reach(), view.favorite(), view.opinions(), view.tags());
    }

    private static Page<ImageView> cut(List<ImageView> views, PageRequest page) {
        return InMemoryPages.cut(views, page, view -> view.image().id().toString());
    }
}
