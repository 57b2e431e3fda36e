package dev.albumen.application.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every reading of images shows. Who sees what is the policy's; random worlds test that apart. */
public abstract class ImageViewsContract extends CatalogueContract {

    @Test
    void showsAnImageWithItsTagsAndWhatItIsToTheViewer() {
        Image image = keptInMaster();
        writing(() -> {
            catalogue.tags().tag(ada, image.id(), List.of(new TagName("sky"), new TagName("sea")), TagSource.USER);
            catalogue.favorites().add(ada, image.id(), NOON);
        });
        Image tagged = read(() -> catalogue.images().find(image.id())).orElseThrow();

        ImageView view = catalogue.imageViews().find(viewer(ada), image.id()).orElseThrow();

        assertThat(view.image()).isEqualTo(tagged);
        assertThat(view.tags()).containsExactlyInAnyOrder(new ImageView.Tag("sea", "user", null), new ImageView.Tag("sky", "user", null));
        assertThat(view.favorite()).isTrue();
        assertThat(view.reach()).isEqualTo(Reach.MEMBER);
    }

    @Test
    void listsTheViewersOwnNewestFirstWithoutTrashAndRawMetadata() {
        Image older = kept(anImage().ownedBy(ada).build());
        Image newer = kept(anImage().ownedBy(ada).pending().build());
        Image newest = kept(anImage().ownedBy(ada).createdAt(NOON.plusSeconds(1)).build());
        kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        kept(anImage().ownedBy(bob).build());

        List<ImageView> own = paged(page -> catalogue.imageViews().search(viewer(ada), ImageSearch.OWN, page));

        assertThat(own).extracting(view -> view.image().id()).containsExactly(newest.id(), newer.id(), older.id());
        assertThat(own).allSatisfy(view -> assertThat(view.image().metadata().raw()).isEmpty());
    }

    @Test
    void narrowsByTagFavoriteAndStatus() {
        Image tagged = kept(anImage().ownedBy(ada).build());
        Image marked = kept(anImage().ownedBy(ada).build());
        Image failed = kept(anImage().ownedBy(ada).failed().build());
        writing(() -> {
            catalogue.tags().tag(ada, tagged.id(), List.of(new TagName("sea")), TagSource.LABELER);
            catalogue.favorites().add(ada, marked.id(), NOON);
            catalogue.favorites().add(bob, tagged.id(), NOON);
        });

        assertThat(found(new Criterion.Tagged("sea"))).containsExactly(tagged.id());
        assertThat(found(new Criterion.Tagged("sky"))).isEmpty();
        assertThat(found(new Criterion.Not(new Criterion.Tagged("sea")))).containsExactlyInAnyOrder(marked.id(), failed.id());
        assertThat(found(new Criterion.Favorite())).containsExactly(marked.id());
        assertThat(found(new Criterion.Not(new Criterion.Favorite()))).containsExactlyInAnyOrder(tagged.id(), failed.id());
        assertThat(found(new Criterion.InState("failed"))).containsExactly(failed.id());
    }

    @Test
    void narrowsByAlbumsThatTheViewerComesAcross() {
        Image own = kept(anImage().ownedBy(ada).build());
        Image unlisted = kept(anImage().ownedBy(ada).build());
        Image others = kept(anImage().ownedBy(ada).build());
        place(kept(anAlbum().ownedBy(ada).titled("Été à la mer").build()), own);
        place(kept(anAlbum().ownedBy(bob).titled("Ete, unlisted").seenBy(Visibility.UNLISTED).build()), unlisted);
        place(kept(anAlbum().ownedBy(bob).titled("Ete, private").build()), others);

        assertThat(found(new Criterion.InAlbumTitled("ete"))).containsExactly(own.id());
        assertThat(found(new Criterion.InAlbumTitled("Été à"))).containsExactly(own.id());
        assertThat(found(new Criterion.InAlbumTitled("mer"))).isEmpty();
        assertThat(found(new Criterion.InAlbumTitled("%"))).isEmpty();
        assertThat(found(new Criterion.Not(new Criterion.InAlbumTitled("ete")))).containsExactlyInAnyOrder(unlisted.id(), others.id());
    }

    @Test
    void narrowsByLinksOfTheViewerThatAreNotRevoked() {
        Image alone = kept(anImage().ownedBy(ada).build());
        Image inAlbum = kept(anImage().ownedBy(ada).build());
        Image inPart = kept(anImage().ownedBy(ada).build());
        Image revoked = kept(anImage().ownedBy(ada).build());
        Image notAPart = kept(anImage().ownedBy(ada).build());
        Album album = kept(anAlbum().ownedBy(ada).build());
        Album project = kept(anAlbum().ownedBy(ada).build());
        place(album, inAlbum);
        place(kept(anAlbum().ownedBy(ada).in(project).build()), inPart);
        place(kept(anAlbum().ownedBy(ada).in(album).build()), notAPart);
        writing(() -> {
            catalogue.shareLinks().add(aShareLink().ownedBy(ada).to(alone).expiringAt(NOON.minusSeconds(1)).build());
            catalogue.shareLinks().add(aShareLink().ownedBy(ada).to(album).build());
            catalogue.shareLinks().add(aShareLink().ownedBy(ada).toProject(project).build());
            catalogue.shareLinks().add(aShareLink().ownedBy(ada).to(revoked).turnedOff().build());
        });

        assertThat(found(new Criterion.Shared())).containsExactlyInAnyOrder(alone.id(), inAlbum.id(), inPart.id());
        assertThat(found(new Criterion.Not(new Criterion.Shared()))).containsExactlyInAnyOrder(revoked.id(), notAPart.id());
    }

    @Test
    void narrowsByLabelsOfWhichSuggestionsAreTheOwnersToSee() {
        Image suggested = kept(anImage().ownedBy(ada).build());
        Image accepted = kept(anImage().ownedBy(ada).build());
        Image rejected = kept(anImage().ownedBy(ada).build());
        Image tagged = kept(anImage().ownedBy(ada).build());
        place(kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build()), suggested, accepted, rejected, tagged);
        TagName sea = new TagName("sea");
        writing(() -> {
            for (Image image : List.of(suggested, accepted, rejected)) {
                catalogue.imageLabels().record(image.id(), new Provider("offline", "1"), List.of(Finding.of("sea", null, Confidence.CERTAIN)), NOON);
            }
            catalogue.imageLabels().decide(accepted.id(), sea, LabelState.ACCEPTED, NOON);
            catalogue.tags().tag(ada, accepted.id(), List.of(sea), TagSource.LABELER);
            catalogue.imageLabels().decide(rejected.id(), sea, LabelState.REJECTED, NOON);
            catalogue.tags().tag(ada, tagged.id(), List.of(sea), TagSource.USER);
        });
        Criterion label = new Criterion.Labelled("sea");

        assertThat(found(label)).containsExactlyInAnyOrder(suggested.id(), accepted.id());
        assertThat(found(new Criterion.Not(label))).containsExactlyInAnyOrder(rejected.id(), tagged.id());
        assertThat(foundOfAda(label)).containsExactly(accepted.id());
        assertThat(foundOfAda(new Criterion.Not(label))).containsExactlyInAnyOrder(suggested.id(), rejected.id(), tagged.id());
    }

    /** By bob. */
    private List<ImageId> foundOfAda(Criterion criterion) {
        return ids(page -> catalogue.imageViews().search(viewer(bob), ImageSearch.by(ada).and(criterion), page));
    }

    @Test
    void tellsTheNewestOfWhatASearchFindsOfOnesOwn() {
        Image older = kept(anImage().ownedBy(ada).titled("Windy quay").build());
        Image newer = kept(anImage().ownedBy(ada).titled("Windy pier").build());
        Image failed = kept(anImage().ownedBy(ada).titled("Windy").failed().build());
        kept(anImage().ownedBy(ada).titled("Calm").build());
        kept(anImage().ownedBy(ada).titled("Windy").trashedAt(NOON).build());
        kept(anImage().ownedBy(bob).titled("Windy").build());
        writing(() -> catalogue.favorites().add(ada, newer.id(), NOON));
        ImageViews views = catalogue.imageViews();

        for (ImageSearch windy : List.of(windy("windy"), windy("title:windy"), windy("windy").sorted(ImageSearch.Sort.RELEVANCE))) {
            assertThat(views.own(ada, windy, 9)).containsExactly(failed.id(), newer.id(), older.id());
            assertThat(views.own(ada, windy, 2)).containsExactly(failed.id(), newer.id());
        }
        assertThat(views.own(ada, windy("windy is:favorite"), 9)).containsExactly(newer.id());
        assertThat(views.own(bob, windy("is:favorite"), 9)).isEmpty();
    }

    private static ImageSearch windy(String typed) {
        return ImageSearch.OWN.and(SearchText.read("/q", typed, text -> text));
    }

    @Test
    void showsOthersWhatAPublicAlbumHolds() {
        Album open = kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build());
        Image shown = kept(anImage().ownedBy(ada).build());
        Image hidden = kept(anImage().ownedBy(ada).build());
        Image pending = kept(anImage().ownedBy(ada).pending().build());
        place(open, shown, pending);

        assertThat(catalogue.imageViews().find(viewer(bob), shown.id())).map(ImageView::reach).contains(Reach.PUBLIC);
        assertThat(catalogue.imageViews().find(Viewer.ANONYMOUS, shown.id())).isPresent();
        assertThat(catalogue.imageViews().find(viewer(bob), hidden.id())).isEmpty();
        assertThat(catalogue.imageViews().find(viewer(bob), pending.id())).isEmpty();
        assertThat(catalogue.imageViews().find(viewer(bob), anImage().build().id())).isEmpty();
    }

    @Test
    void listsTheTrashLastTrashedFirst() {
        Image first = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        Image last = kept(anImage().ownedBy(ada).trashedAt(NOON.plusSeconds(2)).build());
        Image middle = kept(anImage().ownedBy(ada).trashedAt(NOON.plusSeconds(1)).build());
        kept(anImage().ownedBy(ada).build());
        kept(anImage().ownedBy(bob).trashedAt(NOON).build());

        assertThat(ids(page -> catalogue.imageViews().trash(ada, page))).containsExactly(last.id(), middle.id(), first.id());
    }

    @Test
    void listsFavoritesLastMarkedFirst() {
        Image first = kept(anImage().ownedBy(ada).build());
        Image last = kept(anImage().ownedBy(ada).build());
        Image middle = kept(anImage().ownedBy(ada).build());
        Image unseen = kept(anImage().ownedBy(bob).build());
        mark(first, NOON);
        mark(last, NOON.plusSeconds(2));
        mark(middle, NOON.plusSeconds(1));
        mark(unseen, NOON.plusSeconds(3));

        assertThat(ids(page -> catalogue.imageViews().favorites(viewer(ada), page))).containsExactly(last.id(), middle.id(), first.id());
    }

    @Test
    void answersThePolicysFactsForThoseThatExist() {
        Image mine = keptInMaster();
        Image other = kept(anImage().ownedBy(bob).pending().trashedAt(NOON).build());

        assertThat(catalogue.imageViews().facts(viewer(ada), Set.of(mine.id(), other.id(), anImage().build().id())))
                .hasSize(2)
                .containsEntry(mine.id(), new ImageAccess.Facts(ada, true, false, Reach.MEMBER, false))
                .containsEntry(other.id(), new ImageAccess.Facts(bob, false, true, Reach.NONE, false));
        assertThat(catalogue.imageViews().facts(viewer(ada), Set.of())).isEmpty();
    }

    @Test
    void deliversWhateverExistsWithThePolicysFacts() {
        Image image = keptInMaster();
        ImageViews.Delivery delivery = new ImageViews.Delivery(
                image.id(), new ImageAccess.Facts(ada, true, false, Reach.MEMBER, false), image.status(), image.filename(),
                image.mediaType(), image.byteSize(), image.sha256(), image.dimensions(), "ada", null);

        assertThat(catalogue.imageViews().delivery(viewer(ada), image.id())).get().usingRecursiveComparison()
                .ignoringFields("status.appearance.palette", "status.appearance.differenceHash").isEqualTo(delivery);
        assertThat(catalogue.imageViews().delivery(viewer(bob), image.id()))
                .map(other -> other.facts().reach()).contains(Reach.NONE);
        assertThat(catalogue.imageViews().delivery(viewer(ada), anImage().build().id())).isEmpty();
    }

    @Test
    void tellsOfEveryMarkThatIsAskedFor() {
        Image image = keptInMaster();
        Image marked = kept(anImage().ownedBy(ada).watermarked().build());
        Image unmarked = kept(anImage().ownedBy(ada).build());
        place(kept(anAlbum().ownedBy(bob).watermarked().build()), image);
        place(kept(anAlbum().ownedBy(bob).build()), unmarked);

        assertThat(catalogue.imageViews().facts(viewer(ada), Set.of(image.id(), marked.id(), unmarked.id())).entrySet())
                .filteredOn(entry -> entry.getValue().watermarked()).extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(image.id(), marked.id());
        SessionId session = catalogue.session(bob);
        for (Image each : List.of(image, marked)) {
            assertThat(catalogue.imageViews().delivery(viewer(bob), each.id()).orElseThrow().facts().watermarked()).isTrue();
            assertThat(deliveryVia(session, each).orElseThrow().delivery().facts().watermarked()).isTrue();
            assertThat(deliveryVia(session, each).orElseThrow().delivery().ownerName()).isEqualTo("ada");
        }
        assertThat(deliveryVia(session, unmarked).orElseThrow().delivery().facts())
                .isEqualTo(catalogue.imageViews().delivery(viewer(bob), unmarked.id()).orElseThrow().facts());
        assertThat(catalogue.imageViews().delivery(viewer(bob), unmarked.id()).orElseThrow().facts().watermarked()).isFalse();
    }

    @Test
    void deliversTheMarkOfTheOwnerWhereThereIsOne() {
        MarkStyle style = new MarkStyle("© Ada", MarkStyle.Position.TOP, 0.25, true, Sha256.of("logo"));
        SessionId session = catalogue.session(bob);
        Image adas = kept(anImage().ownedBy(ada).watermarked().build());
        Image bobs = kept(anImage().ownedBy(bob).watermarked().build());
        writing(() -> catalogue.settingsByUser().save(new UserSettings(ada, style, catalogue.settingsByUser().lock(ada).version())));

        assertThat(catalogue.imageViews().delivery(viewer(bob), adas.id()).orElseThrow().ownMark()).isEqualTo(style);
        assertThat(deliveryVia(session, adas).orElseThrow().delivery().ownMark()).isEqualTo(style);
        assertThat(catalogue.imageViews().delivery(viewer(ada), bobs.id()).orElseThrow().ownMark()).isNull();

        writing(() -> catalogue.settingsByUser().save(catalogue.settingsByUser().lock(ada).changed(Change.clear())));
        assertThat(deliveryVia(session, adas).orElseThrow().delivery().ownMark()).isNull();
    }

    @Test
    void deliversToWhoeverTheSessionBelongsTo() {
        Image image = keptInMaster();
        SessionId session = catalogue.session(ada);

        Optional<ImageViews.DeliveryVia> via = deliveryVia(session, image);

        assertThat(via.orElseThrow().viewer().userId()).isEqualTo(ada);
        assertThat(via.orElseThrow().viewer().sessionId()).isEqualTo(session);
        assertThat(via.orElseThrow().delivery()).usingRecursiveComparison().ignoringFields("ownerName", "ownMark")
                .isEqualTo(catalogue.imageViews().delivery(viewer(ada), image.id()).orElseThrow());
        assertThat(deliveryVia(new SessionId(new UUID(0, 404)), image)).isEmpty();
    }

    @Test
    void deliversNothingToASessionThatIsOver() {
        Image image = keptInMaster();
        Instant end = Instant.parse("2100-01-01T00:00:00Z");
        SessionId session = catalogue.session(ada, end);

        assertThat(deliveryVia(session, image, end.minusMillis(1))).isPresent();
        assertThat(deliveryVia(session, image, end)).isEmpty();
        assertThat(deliveryVia(session, image, end.minusMillis(1))).isPresent();
    }

    /** Answers that were given before say nothing about what is so now. */
    @Test
    void deliversWhatHasChangedSinceItWasLastAskedFor() {
        Image image = keptInMaster();
        SessionId session = catalogue.session(bob);
        assertThat(deliveryVia(session, image).orElseThrow().delivery().facts().reach()).isEqualTo(Reach.NONE);

        Album shown = kept(anAlbum().ownedBy(bob).watermarked().build());
        place(shown, image);
        assertThat(deliveryVia(session, image).orElseThrow().delivery().facts().reach()).isEqualTo(Reach.MEMBER);
        assertThat(deliveryVia(session, image).orElseThrow().delivery().facts().watermarked()).isTrue();

        writing(() -> catalogue.albumImages().remove(shown.id(), Set.of(image.id())));
        assertThat(deliveryVia(session, image).orElseThrow().delivery().facts().reach()).isEqualTo(Reach.NONE);
        assertThat(deliveryVia(session, image).orElseThrow().delivery().facts().watermarked()).isFalse();
    }

    @Test
    void opensToModeratorsWhatTheyAreToReviewForAsLong() {
        UserId mod = catalogue.user("mod", Role.MODERATOR);
        SessionId session = catalogue.session(mod);
        Viewer.Member moderator = new Viewer.Member(mod, Role.MODERATOR, session);
        Image image = keptInMaster();
        assertThat(reaches(moderator, session, image)).containsOnly(Reach.NONE);
        assertThat(catalogue.imageViews().find(moderator, image.id())).isEmpty();

        note(image, "Violence");
        assertThat(reaches(moderator, session, image)).containsOnly(Reach.REVIEW);
        assertThat(catalogue.imageViews().find(moderator, image.id())).map(ImageView::reach).contains(Reach.REVIEW);

        writing(() -> catalogue.reviews().clear(image.id(), mod, NOON));
        assertThat(reaches(moderator, session, image)).containsOnly(Reach.NONE);
        assertThat(catalogue.imageViews().find(moderator, image.id())).isEmpty();

        note(image, "Hate");
        assertThat(reaches(moderator, session, image)).containsOnly(Reach.REVIEW);
        place(kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build()), image);
        assertThat(reaches(moderator, session, image)).containsOnly(Reach.PUBLIC);
        assertThat(catalogue.imageViews().find(moderator, image.id())).map(ImageView::reach).contains(Reach.PUBLIC);
    }

    @Test
    void opensWhatIsUnderReviewToNobodyElse() {
        Image image = keptInMaster();
        Image pending = kept(anImage().ownedBy(ada).pending().build());
        Image trashed = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        List.of(image, pending, trashed).forEach(each -> note(each, "Violence"));
        UserId mod = catalogue.user("mod", Role.MODERATOR);
        Viewer.Member moderator = new Viewer.Member(mod, Role.MODERATOR, catalogue.session(mod));

        assertThat(reaches(viewer(bob), catalogue.session(bob), image)).containsOnly(Reach.NONE);
        assertThat(reaches(viewer(ada), catalogue.session(ada), image)).containsOnly(Reach.MEMBER);
        for (Viewer other : List.of(viewer(bob), Viewer.ANONYMOUS)) {
            assertThat(catalogue.imageViews().find(other, image.id())).isEmpty();
        }
        assertThat(catalogue.imageViews().find(moderator, pending.id())).isEmpty();
        assertThat(catalogue.imageViews().find(moderator, trashed.id())).isEmpty();
    }

    @Test
    void listsNothingForBeingUnderReview() {
        UserId mod = catalogue.user("mod", Role.MODERATOR);
        Viewer.Member moderator = new Viewer.Member(mod, Role.MODERATOR, catalogue.session(mod));
        Image image = keptInMaster();
        note(image, "Violence");
        writing(() -> catalogue.favorites().add(mod, image.id(), NOON));

        assertThat(ids(page -> catalogue.imageViews().search(moderator, ImageSearch.by(ada), page))).isEmpty();
        assertThat(ids(page -> catalogue.imageViews().favorites(moderator, page))).isEmpty();
    }

    /** What the image is to the viewer, by each way of asking for it alone. */
    private List<Reach> reaches(Viewer viewer, SessionId session, Image image) {
        return List.of(catalogue.imageViews().facts(viewer, Set.of(image.id())).get(image.id()).reach(),
                catalogue.imageViews().delivery(viewer, image.id()).orElseThrow().facts().reach(),
                deliveryVia(session, image).orElseThrow().delivery().facts().reach());
    }

    private void note(Image image, String concern) {
        writing(() -> catalogue.reviews().note(
                image.id(), new Provider("rekognition", "7.0"), List.of(new Concern(concern, Confidence.CERTAIN)), NOON));
    }

    private Optional<ImageViews.DeliveryVia> deliveryVia(SessionId session, Image image) {
        return deliveryVia(session, image, Instant.now());
    }

    private Optional<ImageViews.DeliveryVia> deliveryVia(SessionId session, Image image, Instant now) {
        return catalogue.imageViews().deliveryVia(session, image.id(), now).toCompletableFuture().join();
    }

    private Image keptInMaster() {
        Album master = kept(anAlbum().ownedBy(ada).master().build());
        Image image = kept(anImage().ownedBy(ada).build());
        place(master, image);
        return image;
    }

    private void mark(Image image, Instant now) {
        writing(() -> catalogue.favorites().add(ada, image.id(), now));
    }

    private List<ImageId> found(Criterion... criteria) {
        return ids(page -> catalogue.imageViews().search(viewer(ada), ImageSearch.OWN.and(criteria), page));
    }

    private List<ImageId> ids(Function<PageRequest, Page<ImageView>> list) {
        return paged(list).stream().map(view -> view.image().id()).toList();
    }
}
