package dev.albumen.application.image;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.SimilarityLimits;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Compares every image with every other. */
public final class InMemoryLikenessViews implements LikenessViews {

    private final InMemoryImages images;
    private final InMemoryImageViews views;
    private final BiPredicate<Viewer, ImageId> listed;

    /** @param listed whether an album that is more than unlisted shows an image to a viewer */
    public InMemoryLikenessViews(InMemoryImages images, InMemoryImageViews views, BiPredicate<Viewer, ImageId> listed) {
        this.images = images;
        this.views = views;
        this.listed = listed;
    }

    @Override
    public Page<Likeness> similar(Viewer viewer, ImageId except, DifferenceHash hash, int maxDistance, PageRequest page) {
        List<Likeness> found = comparable()
                .filter(image -> !image.id().equals(except) && comesAcross(viewer, image))
                .map(image -> new Likeness(views.listed(viewer, image.id()), hash(image).orElseThrow().distanceTo(hash)))
                .filter(likeness -> likeness.distance() <= maxDistance)
                .sorted(Comparator.comparingInt(Likeness::distance)
                        .thenComparing(likeness -> likeness.view().image().id().toString()))
                .toList();
        return InMemoryPages.cut(found, page, likeness -> likeness.view().image().id().toString());
    }

    @Override
    public Page<Group> duplicates(UserId owner, PageRequest page) {
        Map<DifferenceHash, List<Image>> groups = new LinkedHashMap<>();
        comparable().filter(image -> image.ownerId().equals(owner)).forEach(image -> {
            DifferenceHash hash = hash(image).orElseThrow();
            DifferenceHash center = groups.keySet().stream()
                    .filter(known -> known.distanceTo(hash) <= SimilarityLimits.DUPLICATE_DISTANCE)
                    .min(Comparator.comparingInt(hash::distanceTo)).orElse(hash);
            groups.computeIfAbsent(center, none -> new ArrayList<>()).add(image);
        });
        List<List<Image>> shown = groups.values().stream().filter(group -> group.size() > 1).toList().reversed();
        return InMemoryPages.cut(shown, page, group -> group.getFirst().id().toString()).map(group -> group(owner, group));
    }

    private Group group(UserId owner, List<Image> group) {
        Viewer viewer = new Viewer.Member(owner, Role.USER, new SessionId(new UUID(0, 0)));
        return new Group(group.size(),
                group.stream().limit(MOST_SHOWN).map(image -> views.listed(viewer, image.id())).toList());
    }

    private Stream<Image> comparable() {
        return images.all().stream().filter(image -> !image.trashed() && hash(image).isPresent());
    }

    private boolean comesAcross(Viewer viewer, Image image) {
        boolean own = viewer.user().filter(image.ownerId()::equals).isPresent();
        return views.seen(viewer, image) && (own || viewer.is(Role.ADMIN) || viewer instanceof Viewer.Worker || listed.test(viewer, image.id()));
    }

    private static Optional<DifferenceHash> hash(Image image) {
        return image.status() instanceof ImageStatus.Ready ready
                ? Optional.ofNullable(ready.appearance().differenceHash())
                : Optional.empty();
    }
}
