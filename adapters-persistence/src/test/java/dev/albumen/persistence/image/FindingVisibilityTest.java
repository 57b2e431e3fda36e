package dev.albumen.persistence.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.READY;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.FacetCounts;
import dev.albumen.application.image.FacetCounts.Facet;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.InMemoryCriteria;
import dev.albumen.application.image.InMemoryFindingViews;
import dev.albumen.application.image.SearchText;
import dev.albumen.application.image.Suggestion;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Place;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.image.SimilarityLimits;
import dev.albumen.domain.image.TakenAt;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Stars;
import dev.albumen.domain.social.Subject;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In random worlds, searches, facets and suggestions tell exactly what the pure policies and the plain meaning of words and
 * fields allow, image by image.
 */
class FindingVisibilityTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final List<String> TYPED = List.of("sea", "\"low tide\"", "harb -fog", "secret", "nikon", "-sea", "camera:nikon", "-camera:nikon",
            "camera:\"canon eos\"", "lens:50", "-lens:50", "tag:sea", "-tag:fog", "color:red", "-color:blue", "orientation:portrait", "type:png", "rating:>=3",
            "rating:none", "favorite:yes", "taken:2024", "taken:2024-05..2025-02", "size:>=1mp", "bytes:<2kb", "near:59.9,10.7,50", "-near:59.9,10.7,50",
            "place:osl", "-place:oslo", "place:\"south africa\"", "place:\"Oslo, Norway\"", "place:\"africa\"", "norway", "-norway", "\"western cape\"",
            "title:sea", "status:ready", "is:video", "sea color:red camera:nikon", "lighthouse", "-lighthouse", "tag:water", "-tag:water",
            "is:shared", "-is:shared", "album:summer", "-album:summer", "label:boat", "-label:boat");
    private static final Place OSLO = new Place("Oslo", null, "Oslo", "Norway", "NO");
    private static final Place CAPE_TOWN = new Place("Cape Town", "City of Cape Town", "Western Cape", "South Africa", "ZA");
    private static final List<String> WORDS = List.of("sea", "Séa", "harbour", "fog", "low tide", "seaside");
    /** Alike, a little alike, and not at all. */
    private static final List<DifferenceHash> LOOKS = List.of(new DifferenceHash(0x0L), new DifferenceHash(0xffL), new DifferenceHash(-1L));
    private static final ImageId NOBODYS = new ImageId(new UUID(0, 0));
    private static final PageRequest ALL = PageRequest.first(200);

    private final PostgresCatalogue catalogue = new PostgresCatalogue(POSTGRES);
    private final List<UserId> users = new ArrayList<>();
    private final List<Album> albums = new ArrayList<>();
    private final List<ImageView> views = new ArrayList<>();
    private final Map<AlbumId, Set<ImageId>> places = new HashMap<>();
    private final Map<AlbumId, Map<UserId, AlbumRole>> members = new HashMap<>();
    private final Map<UserId, Map<ImageId, Integer>> ratings = new HashMap<>();
    private final Map<UserId, Set<ImageId>> favorites = new HashMap<>();
    private final List<ShareLink> links = new ArrayList<>();
    private final Map<ImageId, List<String>> comments = new HashMap<>();
    private final Set<ImageId> suggested = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsWhatThePolicyAllowsAndNothingElse(long seed) {
        fill(new Random(seed));

        List<Viewer> viewers = Stream.concat(Stream.of(Viewer.ANONYMOUS, new Viewer.LinkHolder(new ShareId(new UUID(0, 0)),
                Set.of(Viewer.Grant.VIEW)), member(users.getFirst(), Role.ADMIN), member(users.getLast(), Role.MODERATOR)), users.stream().map(user -> member(user, Role.USER))).toList();
        for (Viewer viewer : viewers) {
            users.forEach(owner -> check(viewer, ImageSearch.by(owner), image -> image.ownerId().equals(owner)
                    && (everything(viewer, owner) || listed(viewer, image))));
            albums.stream().filter(album -> !album.master()).forEach(album -> check(viewer, ImageSearch.in(album.id()), image ->
                    AlbumAccess.allowed(viewer, album, role(viewer, album)).contains(AlbumAction.VIEW)
                            && places.get(album.id()).contains(image.id())));
            checkLikenesses(viewer);
        }
        users.forEach(this::checkDuplicates);
    }

    /** What looks like a picture is told of it to whoever comes across both. */
    private void checkLikenesses(Viewer viewer) {
        for (DifferenceHash look : LOOKS) {
            Set<ImageId> due = looking(view -> view.image().ownerId().equals(viewer.user().orElse(null))
                    || ImageAccess.allowed(viewer, facts(shown(viewer, view))).contains(ImageAction.VIEW)
                    && (viewer.is(Role.ADMIN) || listed(viewer, view.image())))
                    .filter(view -> look(view.image()).distanceTo(look) <= SimilarityLimits.DEFAULT_DISTANCE)
                    .map(view -> view.image().id()).collect(Collectors.toSet());

            assertThat(catalogue.likenessViews().similar(viewer, NOBODYS, look, SimilarityLimits.DEFAULT_DISTANCE, ALL).items().stream()
                    .map(one -> one.view().image().id())).as("%s looks for %s", viewer, look).containsExactlyInAnyOrderElementsOf(due);
        }
    }

    private void checkDuplicates(UserId owner) {
        Map<DifferenceHash, List<ImageId>> alike = looking(view -> view.image().ownerId().equals(owner)).collect(Collectors.groupingBy(
                view -> look(view.image()), Collectors.mapping(view -> view.image().id(), Collectors.toList())));

        assertThat(catalogue.likenessViews().duplicates(owner, ALL).items().stream().map(group -> {
            assertThat(group.imageCount()).isEqualTo(group.images().size());
            return group.images().stream().map(view -> view.image().id()).collect(Collectors.toSet());
        })).as("of %s", owner).containsExactlyInAnyOrderElementsOf(
                alike.values().stream().filter(group -> group.size() > 1).map(Set::copyOf).toList());
    }

    /** Images that can be compared at all. */
    private Stream<ImageView> looking(Predicate<ImageView> seen) {
        return views.stream().filter(view -> !view.image().trashed() && view.image().status() instanceof ImageStatus.Ready).filter(seen);
    }

    private static DifferenceHash look(Image image) {
        return Objects.requireNonNull(((ImageStatus.Ready) image.status()).appearance().differenceHash());
    }

    /** @param within whether the image is in the scope that is searched, and the viewer comes across it there */
    private void check(Viewer viewer, ImageSearch scope, Predicate<Image> within) {
        boolean everything = scope.owner() != null && everything(viewer, scope.owner()) || viewer.is(Role.ADMIN);
        List<ImageView> seen = views.stream().map(view -> shown(viewer, view))
                .filter(view -> !view.image().trashed() && within.test(view.image()))
                .filter(view -> ImageAccess.allowed(viewer, facts(view)).contains(ImageAction.VIEW)).toList();
        for (String typed : TYPED) {
            SearchText text = SearchText.read("q", typed, tag -> tag);
            Set<ImageId> due = seen.stream().filter(view -> meets(viewer, view, text, everything))
                    .map(view -> view.image().id()).collect(Collectors.toSet());

            assertThat(catalogue.imageViews().search(viewer, scope.and(text), ALL).items().stream().map(view -> view.image().id()))
                    .as("%s looks for %s in %s", viewer, typed, scope).containsExactlyInAnyOrderElementsOf(due);
        }
        assertThat(counted(catalogue.findingViews().facets(viewer, scope))).as("%s in %s", viewer, scope).isEqualTo(facetsOf(viewer, seen));
        for (String prefix : List.of("se", "n", "cape")) {
            assertThat(catalogue.findingViews().suggestions(viewer, scope, prefix)).allSatisfy(suggestion -> assertThat(seen.stream()
                    .filter(view -> says(viewer, view, suggestion)).count()).as("%s to %s", suggestion, viewer).isEqualTo(suggestion.images()));
        }
        if (!everything) {
            assertThat(catalogue.findingViews().corrections(viewer, scope, List.of("lighthoise", "secrat", "norwai"))).as("to %s in %s", viewer, scope).isEmpty();
        }
    }

    private boolean meets(Viewer viewer, ImageView view, SearchText text, boolean everything) {
        InMemoryCriteria criteria = new InMemoryCriteria(viewer, view, new Known(viewer, view.image()));
        return text.criteria().stream().allMatch(criteria::meets)
                && text.words().stream().allMatch(word -> criteria.says(word, everything));
    }

    /** What is known of an image elsewhere, as the viewer may know it. */
    private final class Known implements InMemoryCriteria.Beside {

        private final Viewer viewer;
        private final Image image;

        Known(Viewer viewer, Image image) {
            this.viewer = viewer;
            this.image = image;
        }

        @Override
        public List<Album> albums() {
            return holding(album -> album.visibility() != Visibility.PRIVATE);
        }

        @Override
        public List<Album> albumsFound() {
            return holding(album -> album.visibility() == Visibility.PUBLIC);
        }

        private List<Album> holding(Predicate<Album> open) {
            return albums.stream().filter(album -> places.get(album.id()).contains(image.id()))
                    .filter(album -> viewer.is(Role.ADMIN) || belongs(viewer, album) || open.test(album)).toList();
        }

        @Override
        public boolean shared() {
            return links.stream().filter(link -> link.active() && Optional.of(link.ownerId()).equals(viewer.user())).anyMatch(link ->
                    switch (link.resource()) {
                        case SharedResource.OfImage(ImageId id) -> id.equals(image.id());
                        case SharedResource.OfAlbum(AlbumId id) -> places.get(id).contains(image.id());
                        case SharedResource.OfProject(AlbumId id) -> albums.stream()
                                .anyMatch(album -> within(album).contains(id) && places.get(album.id()).contains(image.id()));
                    });
        }

        @Override
        public List<String> path(String tag) {
            return tag.equals("sea") ? List.of("water", "sea") : List.of(tag);
        }

        @Override
        public List<String> suggested() {
            return suggested.contains(image.id()) ? List.of("boat") : List.of();
        }

        @Override
        public List<String> comments() {
            return comments.getOrDefault(image.id(), List.of());
        }
    }

    private static Map<Facet, Map<String, Integer>> facetsOf(Viewer viewer, List<ImageView> seen) {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        seen.forEach(view -> InMemoryFindingViews.facets(viewer, view).forEach((facet, values) ->
                new HashSet<>(values).forEach(value -> counts.computeIfAbsent(facet, none -> new TreeMap<>()).merge(value, 1, Integer::sum))));
        return counts;
    }

    private static Map<Facet, Map<String, Integer>> counted(FacetCounts counted) {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        counted.counts().forEach((facet, values) -> counts.put(facet, values.stream()
                .collect(Collectors.toMap(FacetCounts.Count::value, FacetCounts.Count::images))));
        return counts;
    }

    private static boolean says(Viewer viewer, ImageView view, Suggestion suggestion) {
        Map<Facet, List<String>> facets = InMemoryFindingViews.facets(viewer, view);
        return switch (suggestion.kind()) {
            case TAG -> facets.get(Facet.TAG).contains(suggestion.value());
            case CAMERA -> facets.getOrDefault(Facet.CAMERA, List.of()).contains(suggestion.value());
            case LENS -> facets.getOrDefault(Facet.LENS, List.of()).contains(suggestion.value());
            case PLACE -> facets.getOrDefault(Facet.PLACE, List.of()).contains(suggestion.value());
            case TITLE -> suggestion.value().equals(view.image().title());
        };
    }

    private void fill(Random random) {
        for (String name : List.of("ada", "bob", "cyd")) {
            users.add(catalogue.user(name));
        }
        catalogue.transactions().writing(() -> {
            for (UserId owner : users) {
                add(random, anAlbum().ownedBy(owner).master().build());
                Album above = null;
                for (int i = 0; i < 3; i++) {
                    var album = anAlbum().ownedBy(owner).titled(any(random, List.of("Summer", "Winter"))).seenBy(any(random, List.of(Visibility.values())));
                    above = add(random, (above == null || random.nextBoolean() ? album : album.in(above)).build());
                }
                catalogue.tags().create(owner, new TagName("water"));
                catalogue.tags().create(owner, new TagName("sea"));
                catalogue.tagTree().place(owner, new TagName("sea"), new TagName("water"));
            }
            for (int i = 0; i < 40; i++) {
                addImage(random);
            }
            albums.stream().filter(album -> random.nextInt(4) == 0).forEach(album -> share(random, random.nextBoolean()
                    ? aShareLink().ownedBy(album.ownerId()).to(album) : aShareLink().ownedBy(album.ownerId()).toProject(album)));
            views.stream().filter(view -> random.nextInt(8) == 0)
                    .forEach(view -> share(random, aShareLink().ownedBy(view.image().ownerId()).to(view.image())));
        });
    }

    private void share(Random random, ShareLinkBuilder builder) {
        ShareLink link = (random.nextInt(3) == 0 ? builder.turnedOff() : builder).build();
        catalogue.shareLinks().add(link);
        links.add(link);
    }

    /** Somebody says something, which may be hidden or deleted. */
    private void comment(Random random, ImageId image) {
        Comment comment = Comment.written(new CommentId(new UUID(1, random.nextLong())), new Subject.OfImage(image), null,
                new Author.OfAccount(any(random, users)), "The lighthouse", NOON);
        catalogue.comments().add(comment);
        switch (random.nextInt(3)) {
            case 0 -> catalogue.comments().save(comment.hidden(random.nextBoolean()));
            case 1 -> catalogue.comments().save(comment.deleted());
            default -> comments.computeIfAbsent(image, none -> new ArrayList<>()).add("The lighthouse");
        }
    }

    /** Some are suggested a boat, of which some owners have decided. */
    private List<ImageView.Tag> label(Random random, UserId owner, ImageId image) {
        TagName boat = new TagName("boat");
        catalogue.imageLabels().record(image, new Provider("offline", "1"), List.of(Finding.of("boat", null, Confidence.CERTAIN)), NOON);
        switch (random.nextInt(3)) {
            case 0 -> {
                catalogue.imageLabels().decide(image, boat, LabelState.ACCEPTED, NOON);
                catalogue.tags().tag(owner, image, List.of(boat), TagSource.LABELER);
                return List.of(new ImageView.Tag("boat", "labeler", null));
            }
            case 1 -> catalogue.imageLabels().decide(image, boat, LabelState.REJECTED, NOON);
            default -> suggested.add(image);
        }
        return List.of();
    }

    private Album add(Random random, Album album) {
        catalogue.albums().add(album);
        albums.add(album);
        places.put(album.id(), new HashSet<>());
        members.put(album.id(), new HashMap<>());
        users.stream().filter(user -> !album.master() && !user.equals(album.ownerId()) && random.nextInt(4) == 0).forEach(user -> {
            catalogue.albumMembers().put(album.id(), user, AlbumRole.VIEWER, NOON);
            members.get(album.id()).put(user, AlbumRole.VIEWER);
        });
        return album;
    }

    private void addImage(Random random) {
        UserId owner = any(random, users);
        Image image = made(random, owner);
        catalogue.images().add(image);
        albums.stream().filter(album -> album.master() ? album.ownerId().equals(owner) : random.nextInt(6) == 0).forEach(album -> {
            catalogue.albumImages().append(album.id(), List.of(image.id()), owner, NOON);
            places.get(album.id()).add(image.id());
        });
        List<TagName> tags = Stream.of("sea", "fog", "nikon").filter(tag -> random.nextInt(4) == 0).map(TagName::new).toList();
        if (!tags.isEmpty()) {
            catalogue.tags().tag(owner, image.id(), tags, TagSource.USER);
        }
        if (random.nextInt(3) == 0) {
            comment(random, image.id());
        }
        // Makes no difference in any of this.
        catalogue.reviews().note(image.id(), new Provider("rekognition", "7.0"), List.of(new Concern("Violence", Confidence.CERTAIN)), NOON);
        List<ImageView.Tag> labels = random.nextInt(3) == 0 ? label(random, owner, image.id()) : List.of();
        for (UserId user : users) {
            if (random.nextInt(3) == 0) {
                int stars = 1 + random.nextInt(5);
                catalogue.ratings().put(user, image.id(), new Stars(stars), NOON);
                ratings.computeIfAbsent(user, none -> new HashMap<>()).put(image.id(), stars);
            }
            if (random.nextInt(3) == 0) {
                catalogue.favorites().add(user, image.id(), NOON);
                favorites.computeIfAbsent(user, none -> new HashSet<>()).add(image.id());
            }
        }
        views.add(new ImageView(catalogue.images().find(image.id()).orElseThrow(), Reach.NONE, false, ImageView.Opinions.NONE,
                Stream.concat(tags.stream().map(tag -> new ImageView.Tag(tag.value(), "user", null)), labels.stream())
                        .sorted(Comparator.comparing(ImageView.Tag::name)).toList()));
    }

    private static Image made(Random random, UserId owner) {
        Instant taken = random.nextInt(4) == 0 ? null : Instant.parse(any(random, List.of("2024-05-01T00:00:00Z", "2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z")));
        var builder = anImage().ownedBy(owner).named(any(random, List.of("secret.jpg", "harbour.jpg", "x.jpg"))).sized(1000 + 500L * random.nextInt(4))
                .of(any(random, List.of(MediaType.JPEG, MediaType.PNG, MediaType.MP4)))
                .measuring(any(random, List.of(400, 1200, 3000)), any(random, List.of(400, 1200)));
        Image image = (random.nextInt(3) == 0 ? builder : builder.titled(any(random, WORDS) + " " + any(random, WORDS))).build();
        String color = any(random, List.of("#d01010", "#1010d0", "#808080", "#ffffff"));
        ImageStatus.Ready ready = new ImageStatus.Ready(new Appearance(READY.appearance().blurHash(), color,
                List.of(new Appearance.Swatch(color, 900), new Appearance.Swatch("#10d010", 99)), any(random, LOOKS)), READY.renditions());
        ImageMetadata.Gps gps = random.nextInt(2) == 0 ? null : new ImageMetadata.Gps(any(random, List.of(59.9, -33.8)), 10.7, null);
        ImageMetadata metadata = new ImageMetadata(taken == null ? null : new TakenAt(taken, null, TakenAt.Source.EXIF_ORIGINAL, null),
                any(random, List.of("Nikon D750", "Canon EOS")), any(random, List.of("50 mm", "Nikkor 85")), null,
                gps, gps == null || random.nextInt(4) == 0 ? null : gps.latitude() > 0 ? OSLO : CAPE_TOWN, null, Caption.NONE, Map.of());
        return switch (random.nextInt(6)) {
            case 0 -> with(image, new ImageStatus.Pending(), ImageMetadata.NONE, null, null);
            case 1 -> with(image, ready, metadata, taken, NOON);
            default -> with(image, ready, metadata, taken, null);
        };
    }

    private static Image with(Image image, ImageStatus status, ImageMetadata metadata, Instant taken, Instant trashed) {
        return new Image(image.id(), image.ownerId(), image.filename(), image.mediaType(), image.byteSize(), image.sha256(), image.dimensions(), taken,
                status, image.title(), "", false, metadata, trashed, NOON, NOON, 1);
    }

    private ImageView shown(Viewer viewer, ImageView view) {
        ImageId id = view.image().id();
        Optional<UserId> user = viewer.user();
        return new ImageView(view.image(), reach(viewer, view.image()), user.filter(one -> favorites.getOrDefault(one, Set.of()).contains(id)).isPresent(),
                new ImageView.Opinions(0, false, user.map(one -> ratings.getOrDefault(one, Map.of()).get(id)).orElse(null), 0), view.tags());
    }

    private Reach reach(Viewer viewer, Image image) {
        return albums.stream().filter(album -> places.get(album.id()).contains(image.id()))
                .map(album -> belongs(viewer, album) ? Reach.MEMBER : album.visibility() == Visibility.PRIVATE ? Reach.NONE : Reach.PUBLIC)
                .max(Reach::compareTo).orElse(Reach.NONE);
    }

    private boolean listed(Viewer viewer, Image image) {
        return albums.stream().anyMatch(album -> places.get(album.id()).contains(image.id())
                && (belongs(viewer, album) || album.visibility() == Visibility.PUBLIC));
    }

    private boolean belongs(Viewer viewer, Album album) {
        return viewer.user().filter(user -> user.equals(album.ownerId()) || role(viewer, album) != null).isPresent();
    }

    /** Whoever is a member of an album is one of all that lie in it. */
    private AlbumRole role(Viewer viewer, Album album) {
        return viewer.user().flatMap(user -> within(album).stream().map(one -> members.get(one).get(user)).filter(Objects::nonNull).findFirst())
                .orElse(null);
    }

    /** The album and those that it lies in. */
    private List<AlbumId> within(Album album) {
        return Stream.iterate(Optional.of(album), Optional::isPresent, one -> one.flatMap(child -> albums.stream()
                .filter(parent -> parent.id().equals(child.parentId())).findFirst())).map(one -> one.orElseThrow().id()).toList();
    }

    private static boolean everything(Viewer viewer, UserId owner) {
        return viewer.is(Role.ADMIN) || viewer.user().equals(Optional.of(owner));
    }

    private static ImageAccess.Facts facts(ImageView view) {
        return ImageAccess.Facts.of(view.image(), view.reach(), false);
    }

    private static Viewer.Member member(UserId user, Role role) {
        return new Viewer.Member(user, role, new SessionId(new UUID(0, 1)));
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
