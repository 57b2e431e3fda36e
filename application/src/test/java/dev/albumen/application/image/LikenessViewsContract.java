package dev.albumen.application.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.LikenessViews.Group;
import dev.albumen.application.image.LikenessViews.Likeness;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.SimilarityLimits;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every comparing of images finds. Who sees what is the policy's; random worlds test that apart. */
public abstract class LikenessViewsContract extends CatalogueContract {

    private static final DifferenceHash LOOK = new DifferenceHash(0x0123_4567_89ab_cdefL);
    private static final ImageId NONE = new ImageId(new UUID(0, 0));

    @Test
    void findsTheNearestFirstAndNothingFarther() {
        Image compared = kept(looking(ada, LOOK));
        Image far = kept(looking(ada, differing(10)));
        kept(looking(ada, differing(11)));
        Image near = kept(looking(ada, differing(3)));
        Image same = kept(looking(ada, LOOK));
        Image alike = kept(looking(ada, LOOK));

        List<Likeness> found = similar(viewer(ada), compared, 10);

        assertThat(found).extracting(likeness -> likeness.view().image().id())
                .containsExactly(same.id(), alike.id(), near.id(), far.id());
        assertThat(found).extracting(Likeness::distance).containsExactly(0, 0, 3, 10);
        assertThat(found).allSatisfy(likeness -> assertThat(likeness.view().image().metadata().raw()).isEmpty());
    }

    @Test
    void missesNothingWhereverTheBitsDiffer() {
        Random random = new Random(42);
        List<Image> all = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            all.add(kept(looking(ada, flipped(random, random.nextInt(24)))));
        }
        for (int most = 0; most <= SimilarityLimits.MAX_DISTANCE; most++) {
            int reach = most;
            assertThat(catalogue.likenessViews().similar(viewer(ada), NONE, LOOK, most, PageRequest.first(200)).items())
                    .extracting(likeness -> likeness.view().image().id())
                    .containsExactlyElementsOf(all.stream()
                            .filter(image -> hash(image).distanceTo(LOOK) <= reach)
                            .sorted(Comparator.comparingInt((Image image) -> hash(image).distanceTo(LOOK))
                                    .thenComparing(image -> image.id().toString()))
                            .limit(200).map(Image::id).toList());
        }
    }

    @Test
    void pagesThroughManyThatLookTheSame() {
        List<ImageId> same = Stream.generate(() -> kept(looking(ada, LOOK))).limit(11).map(Image::id).toList();
        List<ImageId> near = Stream.generate(() -> kept(looking(ada, differing(2)))).limit(4).map(Image::id).toList();

        assertThat(paged(page -> catalogue.likenessViews().similar(viewer(ada), same.getFirst(), LOOK, 4, page)))
                .extracting(likeness -> likeness.view().image().id())
                .containsExactlyElementsOf(Stream.concat(same.stream().skip(1), near.stream()).toList());
    }

    @Test
    void comparesWhatIsReadyAndOutOfTheTrash() {
        Image compared = kept(looking(ada, LOOK));
        kept(looking(ada, null));
        kept(anImage().ownedBy(ada).looking(LOOK).trashedAt(NOON).build());
        Image late = kept(anImage().ownedBy(ada).pending().build());
        Image failed = kept(anImage().ownedBy(ada).pending().build());
        assertThat(similar(viewer(ada), compared, 16)).isEmpty();
        assertThat(duplicates(ada)).isEmpty();

        writing(() -> {
            catalogue.images().save(late.rendered((ImageStatus.Ready) looking(ada, LOOK).status(), ImageMetadata.NONE, NOON));
            catalogue.images().save(failed.failed("undecodable", "It is broken.", NOON));
        });

        assertThat(similar(viewer(ada), compared, 16)).extracting(likeness -> likeness.view().image().id()).containsExactly(late.id());
        assertThat(duplicates(ada)).hasSize(1);
    }

    @Test
    void showsOfOthersWhatTheViewerCanComeAcross() {
        Image compared = kept(looking(ada, LOOK));
        Image shown = kept(looking(bob, LOOK));
        Image toMembers = kept(looking(bob, LOOK));
        Image unlisted = kept(looking(bob, LOOK));
        kept(looking(bob, LOOK));
        place(kept(anAlbum().ownedBy(bob).seenBy(Visibility.PUBLIC).build()), shown);
        place(kept(anAlbum().ownedBy(bob).seenBy(Visibility.UNLISTED).build()), unlisted);
        var joined = kept(anAlbum().ownedBy(bob).build());
        place(joined, toMembers);
        writing(() -> catalogue.albumMembers().put(joined.id(), ada, AlbumRole.VIEWER, NOON));

        assertThat(similar(viewer(ada), compared, 0)).extracting(likeness -> likeness.view().image().id())
                .containsExactly(shown.id(), toMembers.id());
        assertThat(similar(Viewer.ANONYMOUS, compared, 0)).extracting(likeness -> likeness.view().image().id())
                .containsExactly(shown.id());
        assertThat(similar(new Viewer.Member(ada, Role.ADMIN, new SessionId(ada.value())), compared, 0)).hasSize(4);
    }

    @Test
    void findsOnesOwnAmongManyOfOthers() {
        Stream.generate(() -> looking(bob, LOOK)).limit(LikenessViews.MOST_OF_OTHERS_ALIKE + 10).forEach(this::kept);
        Image compared = kept(looking(ada, LOOK));
        Image own = kept(looking(ada, LOOK));

        assertThat(similar(viewer(ada), compared, 16)).extracting(likeness -> likeness.view().image().id()).containsExactly(own.id());
    }

    @Test
    void groupsWhatIsNearlyTheSame() {
        Image first = kept(looking(ada, LOOK));
        Image second = kept(looking(ada, differing(4)));
        kept(looking(ada, differing(5)));
        kept(looking(bob, LOOK));
        Image third = kept(looking(ada, LOOK));

        assertThat(duplicates(ada)).singleElement().satisfies(group -> {
            assertThat(group.imageCount()).isEqualTo(3);
            assertThat(ids(group)).containsExactly(first.id(), second.id(), third.id());
            assertThat(group.images()).allSatisfy(view -> assertThat(view.image().metadata().raw()).isEmpty());
        });
        assertThat(duplicates(bob)).isEmpty();
    }

    @Test
    void pagesGroupsTheLastBegunFirst() {
        List<List<ImageId>> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            DifferenceHash look = new DifferenceHash(0x1111_1111_1111_1111L * (i + 1));
            kept(looking(ada, new DifferenceHash(~look.bits() ^ 0xff)));
            made.addFirst(List.of(kept(looking(ada, look)).id(), kept(looking(ada, look)).id()));
        }

        assertThat(duplicates(ada)).extracting(LikenessViewsContract::ids).containsExactlyElementsOf(made);
    }

    @Test
    void letsGoOfWhatIsTrashedAndTakesItBack() {
        Image one = kept(looking(ada, LOOK));
        Image other = kept(looking(ada, differing(1)));

        Image trashed = write(() -> catalogue.images().save(one.trashed(NOON)));
        assertThat(duplicates(ada)).isEmpty();
        writing(() -> catalogue.images().save(trashed.restored(NOON)));
        assertThat(duplicates(ada)).hasSize(1);
        writing(() -> {
            catalogue.images().save(other.trashed(NOON));
            catalogue.images().purge(other.id());
        });
        assertThat(duplicates(ada)).isEmpty();
    }

    @Test
    void showsTheBeginningOfLargeGroups() {
        List<ImageId> all = Stream.generate(() -> kept(looking(ada, LOOK))).limit(30).map(Image::id).toList();

        assertThat(duplicates(ada)).singleElement().satisfies(group -> {
            assertThat(group.imageCount()).isEqualTo(30);
            assertThat(ids(group)).isEqualTo(all.subList(0, LikenessViews.MOST_SHOWN));
        });
    }

    private List<Likeness> similar(Viewer viewer, Image compared, int most) {
        return paged(page -> catalogue.likenessViews().similar(viewer, compared.id(), LOOK, most, page));
    }

    private List<Group> duplicates(UserId owner) {
        return paged(page -> catalogue.likenessViews().duplicates(owner, page));
    }

    private static List<ImageId> ids(Group group) {
        return group.images().stream().map(view -> view.image().id()).toList();
    }

    private static Image looking(UserId owner, @Nullable DifferenceHash hash) {
        return ImageBuilder.anImage().ownedBy(owner).looking(hash).build();
    }

    /** With so many bits changed, spread over the whole. */
    private static DifferenceHash differing(int bits) {
        long changed = LOOK.bits();
        for (int i = 0; i < bits; i++) {
            changed ^= 1L << i * 5;
        }
        return new DifferenceHash(changed);
    }

    private static DifferenceHash flipped(Random random, int bits) {
        long changed = LOOK.bits();
        for (int i = 0; i < bits; i++) {
            changed ^= 1L << random.nextInt(DifferenceHash.BITS);
        }
        return new DifferenceHash(changed);
    }

    private static DifferenceHash hash(Image image) {
        DifferenceHash hash = ((ImageStatus.Ready) image.status()).appearance().differenceHash();
        return Objects.requireNonNull(hash);
    }
}
