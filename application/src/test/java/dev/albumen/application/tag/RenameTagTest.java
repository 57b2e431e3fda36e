package dev.albumen.application.tag;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenameTagTest extends UseCaseTest {

    private static final TagName SEA = new TagName("sea");
    private static final TagName SKY = new TagName("sky");

    private final CreateTag create = new CreateTag(transactions, catalogue.tags(), catalogue.tagViews(), audit, clock);
    private final RenameTag rename = new RenameTag(transactions, catalogue.tags(), catalogue.tagViews(), audit, clock);
    private final MergeTags merge = new MergeTags(transactions, catalogue.tags(), catalogue.tagViews(), audit, clock);
    private final DeleteTag delete = new DeleteTag(transactions, catalogue.tags(), audit, clock);
    private final ListTags list = new ListTags(catalogue.tagViews());
    private Image image;

    @BeforeEach
    void makeTag() {
        image = given(anImage());
        transactions.writing(() -> catalogue.tags().tag(ADA.userId(), image.id(), List.of(SEA), TagSource.USER));
    }

    @Test
    void renamesOnEverything() {
        assertThat(rename.handle(ADA, new RenameTag.Command(SEA, SKY)).imageCount()).isOne();

        assertThat(catalogue.tags().of(image.id())).containsOnlyKeys(SKY);
        assertThat(trail.actions()).containsExactly("tag.rename");
    }

    @Test
    void changesNothingForTheSameName() {
        assertThat(rename.handle(ADA, new RenameTag.Command(SEA, SEA)).name()).isEqualTo("sea");
        assertThat(trail.actions()).isEmpty();
        assertHidden(() -> rename.handle(ADA, new RenameTag.Command(SKY, SKY)));
    }

    @Test
    void refusesANameThatIsTaken() {
        create.handle(ADA, new CreateTag.Command(SKY));

        assertThat(refusedWithoutTrace(() -> rename.handle(ADA, new RenameTag.Command(SEA, SKY)))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void makesATagOnce() {
        assertThat(create.handle(ADA, new CreateTag.Command(SKY)).imageCount()).isZero();
        assertThat(trail.actions()).containsExactly("tag.create");
        assertRefused("tag-exists", () -> create.handle(ADA, new CreateTag.Command(SKY)));
    }

    @Test
    void mergesTwo() {
        create.handle(ADA, new CreateTag.Command(SKY));

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
        create.handle(ADA, new CreateTag.Command(SKY));
        merge.handle(ADA, new MergeTags.Command(SEA, SKY));
        rename.handle(ADA, new RenameTag.Command(SKY, SEA));
        delete.handle(ADA, new DeleteTag.Command(SEA));

        assertThat(trail.entries()).extracting(AuditEntry::metadata).containsExactly(
                Map.of("tag", "sky"), Map.of("tag", "sea", "into", "sky"), Map.of("tag", "sky", "to", "sea"), Map.of("tag", "sea"));
    }

    @Test
    void keepsEverybodysTagsApart() {
        assertHidden(() -> rename.handle(BOB, new RenameTag.Command(SEA, SKY)));
        assertHidden(() -> merge.handle(BOB, new MergeTags.Command(SEA, SKY)));
        assertHidden(() -> delete.handle(BOB, new DeleteTag.Command(SEA)));
        assertThat(list.handle(BOB, new ListTags.Query(null, null, PageRequest.first(5))).items()).isEmpty();
        assertThat(list.handle(ADA, new ListTags.Query(null, null, PageRequest.first(5))).items()).hasSize(1);
    }

    @Test
    void asksStrangersToSignIn() {
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> create.handle(Viewer.ANONYMOUS, new CreateTag.Command(SKY)),
                () -> rename.handle(Viewer.ANONYMOUS, new RenameTag.Command(SEA, SKY)),
                () -> merge.handle(Viewer.ANONYMOUS, new MergeTags.Command(SEA, SKY)),
                () -> delete.handle(Viewer.ANONYMOUS, new DeleteTag.Command(SEA)),
                () -> list.handle(Viewer.ANONYMOUS, new ListTags.Query(null, null, PageRequest.first(5))))) {
            assertThat(refusedWithoutTrace(act)).isInstanceOf(Refusal.Unauthenticated.class);
        }
    }
}
