package dev.albumen.application.tag;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of tags does. */
public abstract class TagsContract extends CatalogueContract {

    private static final TagName SEA = new TagName("sea");
    private static final TagName SKY = new TagName("sky");

    private Image image;
    private Image other;

    @BeforeEach
    void makeImages() {
        image = kept(anImage().ownedBy(ada).build());
        other = kept(anImage().ownedBy(ada).build());
    }

    @Test
    void makesATagOncePerOwner() {
        assertThat(write(() -> tags().create(ada, SEA))).isTrue();
        assertThat(write(() -> tags().create(ada, SEA))).isFalse();
        assertThat(write(() -> tags().create(bob, SEA))).isTrue();
        assertThat(view(SEA)).contains(new TagViews.TagView("sea", List.of(), null, 0, Set.of()));
    }

    @Test
    void tagsAndRaisesTheVersionOnceForAll() {
        assertThat(tag(image, TagSource.USER, SEA, SKY)).isTrue();
        assertThat(version(image)).isEqualTo(2);
        assertThat(tag(image, TagSource.USER, SEA)).isFalse();
        assertThat(version(image)).isEqualTo(2);

        assertThat(view(SEA)).contains(new TagViews.TagView("sea", List.of(), null, 1, Set.of(TagSource.USER)));
    }

    @Test
    void takesAUsersWordOverALabelers() {
        assertThat(tag(image, TagSource.LABELER, SEA)).isTrue();
        assertThat(tag(image, TagSource.USER, SEA)).isTrue();
        assertThat(tag(image, TagSource.LABELER, SEA)).isFalse();

        assertThat(view(SEA)).contains(new TagViews.TagView("sea", List.of(), null, 1, Set.of(TagSource.USER)));
    }

    @Test
    void putsNoMoreTagsOnAnImageThanItMayBear() {
        List<TagName> many = IntStream.range(0, Tags.MAX_PER_IMAGE).mapToObj(i -> new TagName("tag " + i)).toList();
        writing(() -> tags().tag(ada, image.id(), many, TagSource.USER));

        assertThat(codeOf(() -> tag(image, TagSource.USER, SEA))).isEqualTo("too-many-tags");
        assertThat(view(SEA)).isEmpty();
        assertThat(tag(image, TagSource.USER, many.getFirst())).as("one it bears").isFalse();
        writing(() -> tags().untag(image.id(), many.getFirst()));
        assertThat(tag(image, TagSource.USER, SEA)).isTrue();
    }

    @Test
    void untagsWhatBearsTheTag() {
        tag(image, TagSource.USER, SEA);

        assertThat(write(() -> tags().untag(image.id(), SEA))).isTrue();
        assertThat(version(image)).isEqualTo(3);
        assertThat(write(() -> tags().untag(image.id(), SEA))).isFalse();
        assertThat(version(image)).isEqualTo(3);
        assertThat(view(SEA)).map(TagViews.TagView::imageCount).contains(0);
    }

    @Test
    void renamesOnEverythingOfOneOwner() {
        Image bobs = kept(anImage().ownedBy(bob).build());
        tag(image, TagSource.USER, SEA);
        writing(() -> tags().tag(bob, bobs.id(), List.of(SEA), TagSource.USER));

        assertThat(write(() -> tags().rename(ada, SEA, SKY))).isTrue();

        assertThat(view(SEA)).isEmpty();
        assertThat(view(SKY)).map(TagViews.TagView::imageCount).contains(1);
        assertThat(version(image)).isEqualTo(3);
        assertThat(version(bobs)).isEqualTo(2);
        assertThat(write(() -> tags().rename(ada, SEA, new TagName("x")))).isFalse();
    }

    @Test
    void refusesANameThatIsTaken() {
        tag(image, TagSource.USER, SEA, SKY);

        assertThat(refusalOf(() -> write(() -> tags().rename(ada, SEA, SKY)))).isInstanceOf(Refusal.Conflict.class);
        assertThat(view(SEA)).isPresent();
    }

    @Test
    void mergesOneTagIntoAnother() {
        tag(image, TagSource.LABELER, SEA);
        tag(image, TagSource.LABELER, SKY);
        tag(other, TagSource.USER, SEA);

        assertThat(write(() -> tags().merge(ada, SEA, SKY))).isTrue();

        assertThat(view(SEA)).isEmpty();
        assertThat(view(SKY)).contains(new TagViews.TagView("sky", List.of(), null, 2, Set.of(TagSource.USER, TagSource.LABELER)));
        assertThat(write(() -> tags().merge(ada, SEA, SKY))).isFalse();
        assertThat(write(() -> tags().merge(ada, SKY, SEA))).isFalse();
    }

    @Test
    void deletesATagFromEverything() {
        tag(image, TagSource.USER, SEA);

        assertThat(write(() -> tags().delete(ada, SEA))).isTrue();
        assertThat(version(image)).isEqualTo(3);
        assertThat(write(() -> tags().delete(ada, SEA))).isFalse();
        assertThat(write(() -> tags().delete(bob, SEA))).isFalse();
        assertThat(view(SEA)).isEmpty();
    }

    private Tags tags() {
        return catalogue.tags();
    }

    private boolean tag(Image tagged, TagSource source, TagName... names) {
        return write(() -> tags().tag(ada, tagged.id(), List.of(names), source));
    }

    private Optional<TagViews.TagView> view(TagName name) {
        return read(() -> catalogue.tagViews().find(ada, name));
    }

    private long version(Image of) {
        return read(() -> catalogue.images().find(of.id())).orElseThrow().version();
    }
}
