package dev.albumen.application.tag;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagPlace;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeTagTest extends UseCaseTest {

    private static final TagName SEA = new TagName("sea");
    private static final TagName SKY = new TagName("sky");
    private static final TagName AIR = new TagName("air");

    private final CreateTag create = new CreateTag(transactions, catalogue.tags(), catalogue.tagTree(), catalogue.categories(),
            catalogue.tagViews(), audit, clock);
    private final ChangeTag change = new ChangeTag(transactions, catalogue.tags(), catalogue.tagTree(), catalogue.categories(),
            catalogue.tagViews(), audit, clock);
    private final MergeTags merge = new MergeTags(transactions, catalogue.tags(), catalogue.tagTree(), catalogue.tagViews(), audit, clock);
    private final DeleteTag delete = new DeleteTag(transactions, catalogue.tags(), catalogue.tagTree(), audit, clock);
    private final ListTags list = new ListTags(catalogue.tagViews());
    private Image image;

    @BeforeEach
    void makeTag() {
        image = given(anImage());
        transactions.writing(() -> catalogue.tags().tag(ADA.userId(), image.id(), List.of(SEA), TagSource.USER));
    }

    @Test
    void renamesOnEverything() {
        assertThat(change.handle(ADA, renamed(SEA, SKY)).imageCount()).isOne();

        assertThat(catalogue.tags().of(image.id())).containsOnlyKeys(SKY);
        assertThat(trail.actions()).containsExactly("tag.rename");
    }

    @Test
    void changesNothingForTheSameName() {
        assertThat(change.handle(ADA, renamed(SEA, SEA)).name()).isEqualTo("sea");
        assertThat(trail.actions()).isEmpty();
        assertHidden(() -> change.handle(ADA, renamed(SKY, SKY)));
    }

    @Test
    void refusesANameThatIsTaken() {
        create.handle(ADA, new CreateTag.Command(SKY, null, null));

        assertThat(refusedWithoutTrace(() -> change.handle(ADA, renamed(SEA, SKY)))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void makesATagOnce() {
        assertThat(create.handle(ADA, new CreateTag.Command(SKY, null, null)).imageCount()).isZero();
        assertThat(trail.actions()).containsExactly("tag.create");
        assertRefused("tag-exists", () -> create.handle(ADA, new CreateTag.Command(SKY, null, null)));
    }

    @Test
    void mergesTwo() {
        create.handle(ADA, new CreateTag.Command(SKY, null, null));

        assertThat(merge.handle(ADA, new MergeTags.Command(SEA, SKY)).imageCount()).isOne();

        assertThat(catalogue.tags().of(ADA.userId())).containsExactly(SKY);
        assertThat(trail.actions()).containsExactly("tag.create", "tag.merge");
        assertRefused("itself", () -> merge.handle(ADA, new MergeTags.Command(SKY, SKY)));
        assertHidden(() -> merge.handle(ADA, new MergeTags.Command(SKY, SEA)));
    }

    @Test
    void deletesOne() {
        delete.handle(ADA, new DeleteTag.Command(SEA));

        assertThat(catalogue.tags().of(image.id())).isEmpty();
        assertThat(current(image)).isPresent();
        assertThat(trail.actions()).containsExactly("tag.delete");
        assertHidden(() -> delete.handle(ADA, new DeleteTag.Command(SEA)));
    }

    @Test
    void recordsWhichTag() {
        create.handle(ADA, new CreateTag.Command(SKY, null, null));
        merge.handle(ADA, new MergeTags.Command(SEA, SKY));
        change.handle(ADA, renamed(SKY, SEA));
        delete.handle(ADA, new DeleteTag.Command(SEA));

        assertThat(trail.entries()).extracting(AuditEntry::metadata).containsExactly(
                Map.of("tag", "sky"), Map.of("tag", "sea", "into", "sky"), Map.of("tag", "sky", "to", "sea"), Map.of("tag", "sea"));
    }

    @Test
    void putsATagIntoAnotherAndIntoACategory() {
        create.handle(ADA, new CreateTag.Command(SKY, SEA, null));
        category("Nature");

        assertThat(change.handle(ADA, new ChangeTag.Command(SKY, Change.keep(), Change.keep(), Change.to(new CategoryName("nature")))))
                .isEqualTo(new TagViews.TagView("sky", List.of("sea"), "Nature", 0, Set.of()));
        assertThat(change.handle(ADA, new ChangeTag.Command(SKY, Change.to(AIR), Change.clear(), Change.clear())))
                .isEqualTo(new TagViews.TagView("air", List.of(), null, 0, Set.of()));
        assertThat(trail.actions()).containsExactly("tag.create", "tag.file", "tag.rename", "tag.move", "tag.file");
    }

    @Test
    void refusesRingsAndDepthAndWhatIsNotThere() {
        create.handle(ADA, new CreateTag.Command(SKY, SEA, null));
        TagName above = SKY;
        for (int level = 3; level <= TagPlace.MAX_LEVELS; level++) {
            TagName next = new TagName("level " + level);
            create.handle(ADA, new CreateTag.Command(next, above, null));
            above = next;
        }
        TagName deepest = above;

        assertRefused("tag-in-itself", () -> change.handle(ADA, into(SEA, deepest)));
        assertRefused("tag-in-itself", () -> change.handle(ADA, into(SEA, SEA)));
        assertRefused("tags-too-deep", () -> create.handle(ADA, new CreateTag.Command(AIR, deepest, null)));
        assertRefused("unknown-tag", () -> change.handle(ADA, into(SEA, AIR)));
        assertRefused("unknown-category", () ->
                change.handle(ADA, new ChangeTag.Command(SEA, Change.keep(), Change.keep(), Change.to(new CategoryName("None")))));
        assertRefused("empty", () -> new ChangeTag.Command(SEA, Change.clear(), Change.keep(), Change.keep()));
    }

    @Test
    void mergesATagIntoOneThatLiesInIt() {
        create.handle(ADA, new CreateTag.Command(SKY, SEA, null));
        create.handle(ADA, new CreateTag.Command(AIR, SEA, null));

        merge.handle(ADA, new MergeTags.Command(SEA, SKY));

        assertThat(catalogue.tagTree().path(ADA.userId(), SKY)).containsExactly(SKY);
        assertThat(catalogue.tagTree().path(ADA.userId(), AIR)).containsExactly(SKY, AIR);
    }

    @Test
    void refusesAMergeThatWouldBeTooDeep() {
        create.handle(ADA, new CreateTag.Command(SKY, SEA, null));
        TagName above = new TagName("level 1");
        create.handle(ADA, new CreateTag.Command(above, null, null));
        for (int level = 2; level <= TagPlace.MAX_LEVELS; level++) {
            TagName next = new TagName("level " + level);
            create.handle(ADA, new CreateTag.Command(next, above, null));
            above = next;
        }
        TagName deepest = above;

        assertRefused("tags-too-deep", () -> merge.handle(ADA, new MergeTags.Command(SEA, deepest)));
    }

    private void category(String name) {
        new CreateCategory(transactions, catalogue.categories(), entry -> {}, ids, clock)
                .handle(ADA, new CreateCategory.Command(Category.Draft.written(name, null, null)));
    }

    private static ChangeTag.Command renamed(TagName name, TagName to) {
        return new ChangeTag.Command(name, Change.to(to), Change.keep(), Change.keep());
    }

    private static ChangeTag.Command into(TagName name, TagName parent) {
        return new ChangeTag.Command(name, Change.keep(), Change.to(parent), Change.keep());
    }

    @Test
    void keepsEverybodysTagsApart() {
        assertHidden(() -> change.handle(BOB, renamed(SEA, SKY)));
        assertHidden(() -> merge.handle(BOB, new MergeTags.Command(SEA, SKY)));
        assertHidden(() -> delete.handle(BOB, new DeleteTag.Command(SEA)));
        assertThat(list.handle(BOB, new ListTags.Query(TagViews.Search.ALL, PageRequest.first(5))).items()).isEmpty();
        assertThat(list.handle(ADA, new ListTags.Query(TagViews.Search.ALL, PageRequest.first(5))).items()).hasSize(1);
    }

    @Test
    void asksStrangersToSignIn() {
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> create.handle(Viewer.ANONYMOUS, new CreateTag.Command(SKY, null, null)),
                () -> change.handle(Viewer.ANONYMOUS, renamed(SEA, SKY)),
                () -> merge.handle(Viewer.ANONYMOUS, new MergeTags.Command(SEA, SKY)),
                () -> delete.handle(Viewer.ANONYMOUS, new DeleteTag.Command(SEA)),
                () -> list.handle(Viewer.ANONYMOUS, new ListTags.Query(TagViews.Search.ALL, PageRequest.first(5))))) {
            assertThat(refusedWithoutTrace(act)).isInstanceOf(Refusal.Unauthenticated.class);
        }
    }
}
