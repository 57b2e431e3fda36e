package dev.albumen.persistence.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.READY;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.Criterion;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.ImageSearch.Sort;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.SearchImages;
import dev.albumen.application.image.SearchText;
import dev.albumen.application.image.SearchWord;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresImageSearchTest extends CatalogueContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @ParameterizedTest
    @CsvSource({"sunset, true", "SUN bea, true", "sünset, true", "Nikkor, true", "2034, true", "MÖW, true", "tide high, true", "hopp, true", "IMG_20, true", "orsk, true",
        "ЗИМ, true", "sunst, true", "moon, false", "sunset moon, false", "ea, false"})
    void findsWordsByTheirBeginningsPartsAndNearMisses(String words, boolean found) {
        Image image = kept(anImage().ownedBy(ada).titled("Súnset over Norsk beach").named("IMG_2034.jpg").build());
        writing(() -> {
            catalogue.images().save(image.rendered(READY,
                    new ImageMetadata(null, "Nikon", "Nikkor 50", null, null, null, null,
                            new Caption(null, null, "Grace Hopper", null, 4, List.of("Möwe", "high tide")), Map.of()), NOON));
            catalogue.tags().tag(ada, image.id(), List.of(new TagName("зима")), TagSource.USER);
        });
        kept(anImage().ownedBy(ada).titled("Something else").build());

        SearchImages images = new SearchImages(catalogue.imageViews(), catalogue.findingViews());
        ImageSearch search = ImageSearch.OWN.and(SearchText.read("q", words, tag -> tag));
        assertThat(paged(page -> images.handle(viewer(ada), new SearchImages.Query(search, page)).page()))
                .extracting(view -> view.image().id()).isEqualTo(found ? List.of(image.id()) : List.of());
    }

    @Test
    void ranksTitlesOverTagsOverTheRest() {
        Image named = kept(anImage().ownedBy(ada).named("sea.jpg").build());
        Image tagged = kept(anImage().ownedBy(ada).named("1.jpg").build());
        Image titled = kept(anImage().ownedBy(ada).named("2.jpg").titled("Sea").build());
        writing(() -> catalogue.tags().tag(ada, tagged.id(), List.of(new TagName("sea")), TagSource.USER));

        assertThat(search("sea", null)).containsExactly(titled.id(), tagged.id(), named.id());
    }

    @Test
    void followsWhatIsSaidOfAnImage() {
        Image image = kept(anImage().ownedBy(ada).titled("Alpha").named("1.jpg").build());
        writing(() -> catalogue.tags().tag(ada, image.id(), List.of(new TagName("beta")), TagSource.USER));
        assertThat(search("beta", null)).hasSize(1);

        writing(() -> {
            catalogue.tags().rename(ada, new TagName("beta"), new TagName("gamma"));
            Image current = catalogue.images().find(image.id()).orElseThrow();
            catalogue.images().save(current.changed(new Image.Patch(Change.to("Delta"), Change.keep(), Change.keep(),
                    Change.keep()), NOON));
        });

        assertThat(search("gamma", null)).hasSize(1);
        assertThat(search("delta", null)).hasSize(1);
        assertThat(search("beta", null)).isEmpty();
        assertThat(search("alpha", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\\", "':*", "a' & 'b", "!a | (b", "<->", "%", "_", "ŉ", "½", "№", "  ", "<2> & 3", "\uD83D\uDE00", "\uD800",
        "a:b:c", "-1 +1e9 http://x.y/z?q='1'", "ﷺﷺﷺ"})
    void takesAnythingForWords(String words) {
        kept(anImage().ownedBy(ada).titled("Sea").build());

        assertThat(search(words, null)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void refusesTheOneCharacterThatCannotBeKept() {
        assertThatThrownBy(() -> search("sea\0", null)).isInstanceOf(RefusedException.class);
    }

    @Test
    void tellsStrangersNothingOfFileNames() {
        Image image = kept(anImage().ownedBy(ada).titled("Sea").named("secret.jpg").build());
        place(kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build()), image);

        assertThat(found(bob, "sea")).containsExactly(image.id());
        assertThat(found(bob, "secret")).isEmpty();
        assertThat(found(ada, "secret")).containsExactly(image.id());
    }

    @Test
    void tellsStrangersNothingOfWhatTheFileSays() {
        Image image = kept(anImage().ownedBy(ada).titled("Sea").build());
        place(kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build()), image);

        for (String said : List.of("quay", "oslo", "lovelace", "morning", "low tide")) {
            assertThat(found(ada, said)).as(said).containsExactly(image.id());
            assertThat(found(bob, said)).as(said).isEmpty();
        }
    }

    @Test
    void findsOwnImagesByWhatPeopleSayOfThemAsLongAsItIsShown() {
        Image image = kept(anImage().ownedBy(ada).titled("Sea").build());
        place(kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build()), image);
        Comment comment = Comment.written(new CommentId(new UUID(0, 1)), new Subject.OfImage(image.id()), null, new Author.OfAccount(bob), "A lighthouse!", NOON);
        writing(() -> catalogue.comments().add(comment));

        assertThat(found(ada, "lighthouse")).containsExactly(image.id());
        assertThat(found(bob, "lighthouse")).isEmpty();

        Comment hidden = write(() -> catalogue.comments().save(comment.hidden(false)));
        assertThat(found(ada, "lighthouse")).isEmpty();

        Comment shown = write(() -> catalogue.comments().save(hidden.unhidden(false).edited("A windmill", NOON)));
        assertThat(found(ada, "lighthouse")).isEmpty();
        assertThat(found(ada, "windmill")).containsExactly(image.id());

        writing(() -> catalogue.comments().save(shown.deleted()));
        assertThat(found(ada, "windmill")).isEmpty();
    }

    private List<ImageId> found(UserId viewer, String words) {
        ImageSearch search = ImageSearch.by(ada).saying(List.of(SearchWord.beginning(words)));
        return paged(page -> catalogue.imageViews().search(viewer(viewer), search, page)).stream()
                .map(view -> view.image().id()).toList();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void givesEveryImageOnceInEveryOrder(Sort sort) {
        for (int i = 0; i < 9; i++) {
            Image image = anImage().ownedBy(ada).named("É" + i % 2 + ".jpg").sized(i % 3).build();
            Instant taken = i % 4 == 0 ? null : NOON.plusSeconds(i % 2);
            kept(new Image(image.id(), ada, image.filename(), image.mediaType(), image.byteSize(), image.sha256(),
                    image.dimensions(), taken, image.status(), null, "", false, image.metadata(), null,
                    NOON.plusSeconds(i % 2), NOON, 1));
        }

        List<Image> listed = views(null, sort).stream().map(ImageView::image).toList();

        assertThat(listed).doesNotHaveDuplicates().hasSize(9).isSortedAccordingTo(order(sort));
    }

    private static Comparator<Image> order(Sort sort) {
        Comparator<Instant> time = Comparator.naturalOrder();
        Comparator<Image> created = Comparator.comparing(Image::createdAt);
        // Nobody likes any of them.
        Comparator<Image> id = Comparator.comparing(image -> image.id().toString());
        return switch (sort) {
            case LIKE_COUNT -> id;
            case LIKE_COUNT_DESCENDING -> id.reversed();
            case CREATED_AT -> created;
            case CREATED_AT_DESCENDING, RELEVANCE -> created.reversed();
            case TAKEN_AT -> Comparator.comparing(Image::takenAt, Comparator.nullsLast(time));
            case TAKEN_AT_DESCENDING -> Comparator.comparing(Image::takenAt, Comparator.nullsLast(time.reversed()));
            case FILENAME -> Comparator.comparing(Image::filename);
            case FILENAME_DESCENDING -> Comparator.comparing(Image::filename).reversed();
            case BYTE_SIZE -> Comparator.comparing(Image::byteSize);
            case BYTE_SIZE_DESCENDING -> Comparator.comparing(Image::byteSize).reversed();
        };
    }

    @Test
    void narrowsByTypeAndTime() {
        Image jpeg = kept(anImage().ownedBy(ada).build());
        Image png = kept(anImage().ownedBy(ada).of(MediaType.PNG).build());
        Instant taken = jpeg.takenAt();

        assertThat(narrowed(new Criterion.OfType(Set.of(MediaType.PNG, MediaType.GIF)))).containsExactly(png.id());
        assertThat(narrowed(new Criterion.Taken(taken, taken.plusSeconds(1)))).hasSize(2);
        assertThat(narrowed(new Criterion.Taken(null, taken))).isEmpty();
        assertThat(narrowed(new Criterion.Taken(taken.plusSeconds(1), null))).isEmpty();
    }

    @Test
    void findsWhatBearsATagOrOneThatLiesInIt() {
        Image dog = tagged("dog");
        Image puppy = tagged("puppy");
        Image animal = tagged("animal");
        Image sea = tagged("sea");
        writing(() -> {
            catalogue.tagTree().place(ada, new TagName("puppy"), new TagName("dog"));
            catalogue.tagTree().place(ada, new TagName("dog"), new TagName("animal"));
            catalogue.tags().tag(ada, puppy.id(), List.of(new TagName("dog")), TagSource.USER);
        });

        assertThat(narrowed(new Criterion.Tagged("animal"))).containsExactlyInAnyOrder(dog.id(), puppy.id(), animal.id());
        assertThat(narrowed(new Criterion.Tagged("dog"))).containsExactlyInAnyOrder(dog.id(), puppy.id());
        assertThat(narrowed(new Criterion.Tagged("puppy"))).containsExactly(puppy.id());
        assertThat(narrowed(new Criterion.Not(new Criterion.Tagged("dog")))).containsExactlyInAnyOrder(animal.id(), sea.id());
        assertThat(narrowed(new Criterion.Tagged("animal"), new Criterion.Tagged("puppy"))).containsExactly(puppy.id());
    }

    @Test
    void findsWhatBearsATagOfACategory() {
        Image dog = tagged("dog");
        Image sea = tagged("sea");
        Category nature = Category.drafted(new CategoryId(UUID.randomUUID()), ada, Category.Draft.written("Nature", null, null), NOON);
        writing(() -> {
            catalogue.categories().add(nature);
            catalogue.categories().file(ada, new TagName("sea"), nature.id());
        });

        assertThat(narrowed(new Criterion.Categorised("NATURE"))).containsExactly(sea.id());
        assertThat(narrowed(new Criterion.Not(new Criterion.Categorised("Nature")))).containsExactly(dog.id());
        assertThat(narrowed(new Criterion.Categorised("People"))).isEmpty();
    }

    @Test
    void refusesAPlaceInAListOfAnotherOrder() {
        tagged("dog");
        PageRequest elsewhere = new PageRequest(2, Optional.of(new Keyset(List.of("2026-01-01T00:00:00Z", UUID.randomUUID().toString()))));

        assertThat(codeOf(() -> catalogue.imageViews().search(viewer(ada), ImageSearch.OWN.and(new Criterion.Tagged("dog")), elsewhere)))
                .isEqualTo("bad-cursor");
    }

    private Image tagged(String name) {
        Image image = kept(anImage().ownedBy(ada).build());
        writing(() -> catalogue.tags().tag(ada, image.id(), List.of(new TagName(name)), TagSource.USER));
        return image;
    }

    private List<ImageId> narrowed(Criterion... criteria) {
        return paged(page -> catalogue.imageViews().search(viewer(ada), ImageSearch.OWN.and(criteria), page)).stream()
                .map(view -> view.image().id()).toList();
    }

    private List<ImageId> search(String words, @Nullable Sort sort) {
        return views(words, sort).stream().map(view -> view.image().id()).toList();
    }

    private List<ImageView> views(@Nullable String words, @Nullable Sort sort) {
        ImageSearch search = ImageSearch.OWN.saying(words == null ? List.of() : List.of(SearchWord.beginning(words))).sorted(sort);
        return paged(page -> catalogue.imageViews().search(viewer(ada), search, page));
    }
}
