package dev.albumen.persistence.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.READY;
import static dev.albumen.domain.image.ImageBuilder.anImage;
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
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.image.TakenAt;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Stars;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
            "title:sea", "status:ready", "is:video", "sea color:red camera:nikon");
    private static final List<String> WORDS = List.of("sea", "Séa", "harbour", "fog", "low tide", "seaside");
    private static final PageRequest ALL = PageRequest.first(200);

    private final PostgresCatalogue catalogue = new PostgresCatalogue(POSTGRES);
    private final List<UserId> users = new ArrayList<>();
    private final List<Album> albums = new ArrayList<>();
    private final List<ImageView> views = new ArrayList<>();
    private final Map<AlbumId, Set<ImageId>> places = new HashMap<>();
    private final Map<AlbumId, Map<UserId, AlbumRole>> members = new HashMap<>();
    private final Map<UserId, Map<ImageId, Integer>> ratings = new HashMap<>();
    private final Map<UserId, Set<ImageId>> favorites = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tellsWhatThePolicyAllowsAndNothingElse(long seed) {
        fill(new Random(seed));

        List<Viewer> viewers = Stream.concat(Stream.of(Viewer.ANONYMOUS, new Viewer.LinkHolder(new ShareId(new UUID(0, 0)),
                Set.of(Viewer.Grant.VIEW)), member(users.getFirst(), Role.ADMIN)), users.stream().map(user -> member(user, Role.USER))).toList();
        for (Viewer viewer : viewers) {
            users.forEach(owner -> check(viewer, ImageSearch.by(owner), image -> image.ownerId().equals(owner)
                    && (everything(viewer, owner) || listed(viewer, image))));
            albums.stream().filter(album -> !album.master()).forEach(album -> check(viewer, ImageSearch.in(album.id()), image ->
                    AlbumAccess.allowed(viewer, album, role(viewer, album)).contains(AlbumAction.VIEW)
                            && places.get(album.id()).contains(image.id())));
        }
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
        for (String prefix : List.of("se", "n")) {
            assertThat(catalogue.findingViews().suggestions(viewer, scope, prefix)).allSatisfy(suggestion -> assertThat(seen.stream()
                    .filter(view -> says(viewer, view, suggestion)).count()).as("%s to %s", suggestion, viewer).isEqualTo(suggestion.images()));
        }
    }

    private static boolean meets(Viewer viewer, ImageView view, SearchText text, boolean everything) {
        InMemoryCriteria criteria = new InMemoryCriteria(viewer, view, album -> false);
        return text.criteria().stream().allMatch(criteria::meets)
                && text.words().stream().allMatch(word -> criteria.says(word, everything));
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
                for (int i = 0; i < 3; i++) {
                    add(random, anAlbum().ownedBy(owner).seenBy(any(random, List.of(Visibility.values()))).build());
                }
            }
            for (int i = 0; i < 40; i++) {
                addImage(random);
            }
        });
    }

    private void add(Random random, Album album) {
        catalogue.albums().add(album);
        albums.add(album);
        places.put(album.id(), new HashSet<>());
        members.put(album.id(), new HashMap<>());
        users.stream().filter(user -> !album.master() && !user.equals(album.ownerId()) && random.nextInt(4) == 0).forEach(user -> {
            catalogue.albumMembers().put(album.id(), user, AlbumRole.VIEWER, NOON);
            members.get(album.id()).put(user, AlbumRole.VIEWER);
        });
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
                tags.stream().map(tag -> new ImageView.Tag(tag.value(), "user", null)).toList()));
    }

    private static Image made(Random random, UserId owner) {
        Instant taken = random.nextInt(4) == 0 ? null : Instant.parse(any(random, List.of("2024-05-01T00:00:00Z", "2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z")));
        var builder = anImage().ownedBy(owner).named(any(random, List.of("secret.jpg", "harbour.jpg", "x.jpg"))).sized(1000 + 500L * random.nextInt(4))
                .of(any(random, List.of(MediaType.JPEG, MediaType.PNG, MediaType.MP4)))
                .measuring(any(random, List.of(400, 1200, 3000)), any(random, List.of(400, 1200)));
        Image image = (random.nextInt(3) == 0 ? builder : builder.titled(any(random, WORDS) + " " + any(random, WORDS))).build();
        String color = any(random, List.of("#d01010", "#1010d0", "#808080", "#ffffff"));
        ImageStatus.Ready ready = new ImageStatus.Ready(new Appearance(READY.appearance().blurHash(), color,
                List.of(new Appearance.Swatch(color, 900), new Appearance.Swatch("#10d010", 99)), null), READY.renditions());
        ImageMetadata metadata = new ImageMetadata(taken == null ? null : new TakenAt(taken, null, TakenAt.Source.EXIF_ORIGINAL, null),
                any(random, List.of("Nikon D750", "Canon EOS")), any(random, List.of("50 mm", "Nikkor 85")), null,
                random.nextInt(2) == 0 ? null : new ImageMetadata.Gps(any(random, List.of(59.9, -33.8)), 10.7, null), null, Caption.NONE, Map.of());
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
        return viewer.user().filter(user -> user.equals(album.ownerId()) || members.get(album.id()).containsKey(user)).isPresent();
    }

    private AlbumRole role(Viewer viewer, Album album) {
        return viewer.user().map(members.get(album.id())::get).orElse(null);
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
