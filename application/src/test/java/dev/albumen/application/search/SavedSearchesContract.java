package dev.albumen.application.search;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of saved searches does. */
public abstract class SavedSearchesContract extends CatalogueContract {

    @Test
    void findsAndListsTheOwnersNewestFirst() {
        SavedSearch one = added(1, ada);
        SavedSearch two = added(2, ada);
        SavedSearch three = added(3, ada);
        added(4, bob);

        assertThat(read(() -> catalogue.savedSearches().find(ada, one.id()))).contains(one);
        assertThat(read(() -> catalogue.savedSearches().find(bob, one.id()))).isEmpty();
        assertThat(paged(page -> catalogue.savedSearches().list(ada, page))).containsExactly(three, two, one);
    }

    @Test
    void savesOverTheVersionThatWasReadAlone() {
        SavedSearch one = added(1, ada);
        SavedSearch changed = one.changed(new SavedSearch.Patch(Change.to("Dogs"), Change.to("tag:dog"), Change.clear()), NOON);

        SavedSearch saved = write(() -> catalogue.savedSearches().save(changed));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(read(() -> catalogue.savedSearches().find(ada, one.id()))).contains(saved);
        assertStale(() -> write(() -> catalogue.savedSearches().save(changed)));
    }

    @Test
    void deletesTheOwnersAlone() {
        SavedSearch one = added(1, ada);

        writing(() -> catalogue.savedSearches().delete(bob, one.id()));
        assertThat(read(() -> catalogue.savedSearches().find(ada, one.id()))).isPresent();
        writing(() -> catalogue.savedSearches().delete(ada, one.id()));
        assertThat(read(() -> catalogue.savedSearches().find(ada, one.id()))).isEmpty();
    }

    @Test
    void keepsSoManyOfOneUserAndNoMore() {
        for (int i = 1; i <= SavedSearch.MAX_PER_USER; i++) {
            added(i, ada);
        }

        assertThat(codeOf(() -> added(1000, ada))).isEqualTo("too-many-searches");
        added(1001, bob);
    }

    private SavedSearch added(int number, UserId owner) {
        SavedSearch search = SavedSearch.drafted(new SavedSearchId(new UUID(0x5a7ed, number)), owner,
                new SavedSearch.Draft("Search " + number, "sea", "-takenAt"), NOON);
        writing(() -> catalogue.savedSearches().add(search));
        return search;
    }
}
