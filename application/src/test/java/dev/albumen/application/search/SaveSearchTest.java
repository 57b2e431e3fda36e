package dev.albumen.application.search;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SaveSearchTest extends UseCaseTest {

    private static final SavedSearch.Draft SEAS = new SavedSearch.Draft("Seas", "tag:SEA", null);
    private static final SavedSearch.Patch RENAMED = new SavedSearch.Patch(Change.to("The sea"), Change.keep(), Change.keep());

    private final SaveSearch save = new SaveSearch(transactions, catalogue.savedSearches(), audit, ids, clock);
    private final ChangeSavedSearch change = new ChangeSavedSearch(transactions, catalogue.savedSearches(), audit, clock);
    private final DeleteSavedSearch delete = new DeleteSavedSearch(transactions, catalogue.savedSearches(), audit, clock);
    private final ViewSavedSearch view = new ViewSavedSearch(catalogue.savedSearches());
    private final ListSavedSearches list = new ListSavedSearches(catalogue.savedSearches());
    private final RunSavedSearch run = new RunSavedSearch(catalogue.savedSearches(), catalogue.imageViews());

    @Test
    void findsWhatIsThereWhenItIsMadeAgain() {
        SavedSearchId id = save.handle(ADA, new SaveSearch.Command(SEAS)).id();
        assertThat(found(id)).isEmpty();
        Image image = given(anImage().ownedBy(ADA));
        given(anImage().ownedBy(ADA));

        transactions.writing(() -> catalogue.tags().tag(ADA.userId(), image.id(), List.of(new TagName("sea")), TagSource.USER));

        assertThat(found(id)).containsExactly(image.id());
    }

    @Test
    void goesOnWhereThePageBeforeEndedUnlessItHasChanged() {
        SavedSearchId id = save.handle(ADA, new SaveSearch.Command(SEAS)).id();
        for (int i = 0; i < 3; i++) {
            Image image = given(anImage().ownedBy(ADA));
            transactions.writing(() -> catalogue.tags().tag(ADA.userId(), image.id(), List.of(new TagName("sea")), TagSource.USER));
        }
        Page<ImageView> first = run.handle(ADA, new RunSavedSearch.Query(id, PageRequest.first(2)));
        PageRequest next = new PageRequest(2, first.next());

        assertThat(run.handle(ADA, new RunSavedSearch.Query(id, next)).items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        change.handle(ADA, new ChangeSavedSearch.Command(id, RENAMED, Optional.empty()));
        assertRefused("search-changed", () -> run.handle(ADA, new RunSavedSearch.Query(id, next)));
    }

    @Test
    void changesAndForgets() {
        SavedSearch saved = save.handle(ADA, new SaveSearch.Command(SEAS));

        SavedSearch changed = change.handle(ADA, new ChangeSavedSearch.Command(saved.id(), RENAMED, Optional.of(1L)));

        assertThat(changed.name()).isEqualTo("The sea");
        assertThat(view.handle(ADA, new ViewSavedSearch.Query(saved.id()))).isEqualTo(changed);
        assertThat(refusedWithoutTrace(() -> change.handle(ADA, new ChangeSavedSearch.Command(saved.id(), RENAMED, Optional.of(1L)))))
                .isEqualTo(new Refusal.Stale());
        assertThat(refusedWithoutTrace(() -> delete.handle(ADA, new DeleteSavedSearch.Command(saved.id(), Optional.of(1L)))))
                .isEqualTo(new Refusal.Stale());
        delete.handle(ADA, new DeleteSavedSearch.Command(saved.id(), Optional.of(2L)));
        assertThat(list.handle(ADA, new ListSavedSearches.Query(PageRequest.first(5))).items()).isEmpty();
        assertThat(trail.actions()).containsExactly("search.save", "search.change", "search.delete");
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertRefused("unknown-field", () -> save.handle(ADA, new SaveSearch.Command(new SavedSearch.Draft("Odd", "colour:red", null))));
        assertRefused("unknown-value", () -> save.handle(ADA, new SaveSearch.Command(new SavedSearch.Draft("Odd", "sea", "size"))));
        assertRefused("empty", () -> save.handle(ADA, new SaveSearch.Command(new SavedSearch.Draft("Odd", " ", null))));
        SavedSearchId id = save.handle(ADA, new SaveSearch.Command(SEAS)).id();
        SavedSearch.Patch unreadable = new SavedSearch.Patch(Change.keep(), Change.to("colour:red"), Change.keep());
        assertRefused("unknown-field", () -> change.handle(ADA, new ChangeSavedSearch.Command(id, unreadable, Optional.empty())));
    }

    @Test
    void isForItsOwnerAlone() {
        SavedSearchId id = save.handle(ADA, new SaveSearch.Command(SEAS)).id();

        assertHidden(() -> view.handle(BOB, new ViewSavedSearch.Query(id)));
        assertHidden(() -> run.handle(BOB, new RunSavedSearch.Query(id, PageRequest.first(5))));
        assertHidden(() -> change.handle(BOB, new ChangeSavedSearch.Command(id, RENAMED, Optional.empty())));
        assertHidden(() -> delete.handle(BOB, new DeleteSavedSearch.Command(id, Optional.empty())));
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> save.handle(Viewer.ANONYMOUS, new SaveSearch.Command(SEAS)),
                () -> view.handle(Viewer.ANONYMOUS, new ViewSavedSearch.Query(id)),
                () -> run.handle(Viewer.ANONYMOUS, new RunSavedSearch.Query(id, PageRequest.first(5))),
                () -> list.handle(Viewer.ANONYMOUS, new ListSavedSearches.Query(PageRequest.first(5))))) {
            assertThat(refusedWithoutTrace(act)).isInstanceOf(Refusal.Unauthenticated.class);
        }
    }

    private List<ImageId> found(SavedSearchId id) {
        return run.handle(ADA, new RunSavedSearch.Query(id, PageRequest.first(5))).items().stream()
                .map(shown -> shown.image().id()).toList();
    }
}
