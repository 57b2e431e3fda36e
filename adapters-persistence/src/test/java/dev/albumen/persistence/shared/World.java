package dev.albumen.persistence.shared;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.READY;
import static dev.albumen.domain.image.ImageBuilder.anImage;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumBuilder;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A random small world, kept twice: in a catalogue and as plain values that the policies can be asked about. */
final class World {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final List<UnaryOperator<ImageBuilder>> STATUSES =
            List.of(UnaryOperator.identity(), UnaryOperator.identity(), ImageBuilder::pending, ImageBuilder::failed);

    final List<UserId> users = new ArrayList<>();
    final List<Album> albums = new ArrayList<>();
    final List<Image> images = new ArrayList<>();
    final Map<AlbumId, Set<Image>> places = new HashMap<>();
    final Map<AlbumId, Map<UserId, AlbumRole>> members = new HashMap<>();
    final Map<UserId, Set<Image>> favorites = new HashMap<>();
    final Set<ImageId> underReview = new HashSet<>();

    private final Catalogue catalogue;
    private final Random random;

    World(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.random = new Random(seed);
        for (String name : List.of("ada", "bob", "cyd", "dee")) {
            users.add(catalogue.user(name + seed));
        }
        catalogue.transactions().writing(this::fill);
    }

    private void fill() {
        for (UserId owner : users) {
            add(anAlbum().ownedBy(owner).master().build());
            Album holder = null;
            for (int i = 0; i < 4; i++) {
                AlbumBuilder album = anAlbum().ownedBy(owner).seenBy(any(List.of(Visibility.values())));
                holder = (holder == null || random.nextInt(3) == 0 ? album : album.in(holder)).build();
                add(holder);
            }
        }
        for (int i = 0; i < 40; i++) {
            addImage();
        }
        for (int i = 0; i < 20; i++) {
            changeImage();
        }
        images.forEach(this::review);
    }

    private void review(Image image) {
        int state = random.nextInt(3);
        if (state > 0) {
            catalogue.reviews().note(image.id(), new Provider("rekognition", "7.0"), List.of(new Concern("Violence", Confidence.CERTAIN)), NOW);
            underReview.add(image.id());
        }
        if (state > 1) {
            catalogue.reviews().clear(image.id(), any(users), NOW);
            underReview.remove(image.id());
        }
    }

    private void add(Album album) {
        catalogue.albums().add(album);
        albums.add(album);
        places.put(album.id(), new HashSet<>());
        members.put(album.id(), new HashMap<>());
        for (UserId user : users) {
            if (!album.master() && !user.equals(album.ownerId()) && random.nextInt(4) == 0) {
                AlbumRole role = any(List.of(AlbumRole.values()));
                catalogue.albumMembers().put(album.id(), user, role, NOW);
                members.get(album.id()).put(user, role);
            }
        }
    }

    private void addImage() {
        UserId owner = any(users);
        ImageBuilder made = any(STATUSES).apply(anImage().ownedBy(owner));
        Image image = (random.nextInt(4) == 0 ? made.trashedAt(NOW) : made).build();
        catalogue.images().add(image);
        images.add(image);
        place(albums.stream().filter(album -> album.master() && album.ownerId().equals(owner)).findFirst().orElseThrow(), image);
        for (int i = random.nextInt(3); i > 0; i--) {
            Album album = any(albums);
            if (!album.master()) {
                place(album, image);
            }
        }
        for (UserId user : users) {
            if (random.nextInt(3) == 0) {
                catalogue.favorites().add(user, image.id(), NOW);
                favorites.computeIfAbsent(user, nobody -> new HashSet<>()).add(image);
            }
            if (random.nextInt(3) == 0) {
                catalogue.likes().add(user, image.id(), NOW);
            }
        }
    }

    private void place(Album album, Image image) {
        catalogue.albumImages().append(album.id(), List.of(image.id()), image.ownerId(), NOW);
        places.get(album.id()).add(image);
    }

    /** What happens to images after they were placed: they come and go, become ready, or are deleted. */
    private void changeImage() {
        Image image = any(images);
        Image changed = switch (random.nextInt(4)) {
            case 0 -> image.trashed(NOW);
            case 1 -> image.restored(NOW);
            case 2 -> image.status() instanceof ImageStatus.Pending ? image.failed("undecodable", "It is broken.", NOW) : image;
            default -> image.rendered(READY, image.metadata(), NOW);
        };
        if (random.nextInt(5) == 0 && image.trashed()) {
            catalogue.images().purge(image.id());
            replace(image, null);
            return;
        }
        replace(image, catalogue.images().save(changed));
    }

    private void replace(Image before, @Nullable Image after) {
        Stream<Set<Image>> sets = Stream.concat(places.values().stream(), favorites.values().stream());
        sets.filter(set -> set.remove(before)).filter(set -> after != null).forEach(set -> set.add(after));
        images.remove(before);
        if (after != null) {
            images.add(after);
        }
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Everybody who could ask. */
    List<Viewer> viewers() {
        List<Viewer> viewers = new ArrayList<>(List.of(Viewer.ANONYMOUS, Viewer.WORKER,
                new Viewer.LinkHolder(new ShareId(new UUID(0, 0)), Set.of(Viewer.Grant.VIEW)),
                member(users.getFirst(), Role.ADMIN), member(users.getLast(), Role.MODERATOR)));
        users.forEach(user -> viewers.add(member(user, Role.USER)));
        return viewers;
    }

    private static Viewer.Member member(UserId user, Role role) {
        return new Viewer.Member(user, role, new SessionId(new UUID(0, 1)));
    }

    @Nullable AlbumRole role(Viewer viewer, Album album) {
        return viewer.user().flatMap(user -> Stream.iterate(album, Objects::nonNull, this::holder)
                .map(one -> members.get(one.id()).get(user)).filter(Objects::nonNull).max(Comparator.naturalOrder())).orElse(null);
    }

    @Nullable Album holder(Album album) {
        return albums.stream().filter(one -> one.id().equals(album.parentId())).findFirst().orElse(null);
    }

    /** What the policy's facts call the reach, told from the plain values. */
    Reach reach(Viewer viewer, Image image) {
        Optional<UserId> user = viewer.user();
        return albums.stream()
                .filter(album -> places.get(album.id()).contains(image))
                .map(album -> user.isPresent() && (user.get().equals(album.ownerId()) || role(viewer, album) != null)
                        ? Reach.MEMBER
                        : album.visibility() == Visibility.PRIVATE ? Reach.NONE : Reach.PUBLIC)
                .max(Reach::compareTo)
                .orElse(Reach.NONE);
    }

    /** The same for an image that is asked for by its id. */
    Reach reachById(Viewer viewer, Image image) {
        Reach byAlbums = reach(viewer, image);
        boolean moderator = viewer instanceof Viewer.Member member && member.role() == Role.MODERATOR;
        return byAlbums == Reach.NONE && moderator && underReview.contains(image.id()) ? Reach.REVIEW : byAlbums;
    }

    /** Whether an album that is more than unlisted shows the image to the viewer. */
    boolean listed(Viewer viewer, Image image) {
        return albums.stream().anyMatch(album -> places.get(album.id()).contains(image) && listed(viewer, album));
    }

    boolean listed(Viewer viewer, Album album) {
        return viewer.user().filter(album.ownerId()::equals).isPresent() || role(viewer, album) != null
                || album.visibility() == Visibility.PUBLIC;
    }
}
