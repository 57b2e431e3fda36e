package dev.albumen.application.search;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.shared.Viewer;

/** Lists the viewer's saved searches. */
public final class ListSavedSearches {

    private final SavedSearches searches;

    public ListSavedSearches(SavedSearches searches) {
        this.searches = searches;
    }

    public record Query(PageRequest page) {}

    public Page<SavedSearch> handle(Viewer viewer, Query query) {
        return searches.list(viewer.member().userId(), query.page());
    }
}
