package dev.albumen.application.tag;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ChangeCategoryTest extends UseCaseTest {

    private static final Category.Draft NATURE = Category.Draft.written("Nature", "#00ff00", "Outdoors");
    private static final Category.Patch RENAMED = new Category.Patch(Change.to("Wild"), Change.keep(), Change.keep());

    private final CreateCategory create = new CreateCategory(transactions, catalogue.categories(), audit, ids, clock);
    private final ChangeCategory change =
            new ChangeCategory(transactions, catalogue.categories(), catalogue.categoryViews(), audit, clock);
    private final DeleteCategory delete = new DeleteCategory(transactions, catalogue.categories(), audit, clock);
    private final ViewCategory view = new ViewCategory(catalogue.categoryViews());
    private final ListCategories list = new ListCategories(catalogue.categoryViews());

    @Test
    void makesChangesAndDeletes() {
        CategoryId id = create.handle(ADA, new CreateCategory.Command(NATURE)).category().id();

        Category changed = change.handle(ADA, new ChangeCategory.Command(id, RENAMED, Optional.of(1L))).category();

        assertThat(changed.name().value()).isEqualTo("Wild");
        assertThat(changed.color()).isEqualTo("#00ff00");
        assertThat(view.handle(ADA, new ViewCategory.Query(id)).category()).isEqualTo(changed);
        assertThat(refusedWithoutTrace(() -> change.handle(ADA, new ChangeCategory.Command(id, RENAMED, Optional.of(1L)))))
                .isEqualTo(new Refusal.Stale());
        assertThat(refusedWithoutTrace(() -> delete.handle(ADA, new DeleteCategory.Command(id, Optional.of(1L)))))
                .isEqualTo(new Refusal.Stale());
        delete.handle(ADA, new DeleteCategory.Command(id, Optional.of(2L)));
        assertThat(list.handle(ADA, new ListCategories.Query(PageRequest.first(5))).items()).isEmpty();
        assertThat(trail.actions()).containsExactly("category.create", "category.change", "category.delete");
    }

    @Test
    void keepsEverybodysApart() {
        CategoryId id = create.handle(ADA, new CreateCategory.Command(NATURE)).category().id();

        assertHidden(() -> view.handle(BOB, new ViewCategory.Query(id)));
        assertHidden(() -> change.handle(BOB, new ChangeCategory.Command(id, RENAMED, Optional.empty())));
        assertHidden(() -> delete.handle(BOB, new DeleteCategory.Command(id, Optional.empty())));
        assertThat(list.handle(BOB, new ListCategories.Query(PageRequest.first(5))).items()).isEmpty();
        assertRefused("category-exists", () -> create.handle(ADA, new CreateCategory.Command(NATURE)));
        create.handle(BOB, new CreateCategory.Command(NATURE));
    }

    @Test
    void asksStrangersToSignIn() {
        CategoryId id = create.handle(ADA, new CreateCategory.Command(NATURE)).category().id();
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> create.handle(Viewer.ANONYMOUS, new CreateCategory.Command(NATURE)),
                () -> view.handle(Viewer.ANONYMOUS, new ViewCategory.Query(id)),
                () -> change.handle(Viewer.ANONYMOUS, new ChangeCategory.Command(id, RENAMED, Optional.empty())),
                () -> delete.handle(Viewer.ANONYMOUS, new DeleteCategory.Command(id, Optional.empty())),
                () -> list.handle(Viewer.ANONYMOUS, new ListCategories.Query(PageRequest.first(5))))) {
            assertThat(refusedWithoutTrace(act)).isInstanceOf(Refusal.Unauthenticated.class);
        }
    }
}
